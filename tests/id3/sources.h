// MP3 files with every kind of tag that the splice has to cope with.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

struct Source {
  std::string name;
  std::string bytes;
  std::size_t tags_size = 0;   // Bytes of the tags at its start; the rest must stay as it is.
  std::string kept_frames{};   // What must stand behind the marked tag's header, byte for byte.
  int marked_version = 3;      // Of the marked tag.
  bool eyed3_can_read = true;  // eyeD3 stops at names of frames that it does not know.
};

// Three seconds of sound without any tag: VBR with a Xing header and LAME's gapless data.
std::string make_audio(const std::filesystem::path& folder);

// The whole matrix.
std::vector<Source> make_sources(const std::filesystem::path& folder);

// Tags that must be refused: `bytes` are the file's, `name` says why.
std::vector<Source> make_refused_sources(const std::string& audio);
