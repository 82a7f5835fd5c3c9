// Programs of others that say what is in an MP3 file.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cmos/chapter.h"

// What one of them sees. Chapters as "start end title", times in ms, in the file's order.
struct Seen {
  std::vector<std::string> chapters;
  std::vector<std::string> ids;       // Element IDs of the chapters.
  std::vector<std::string> contents;  // Element IDs of the table of contents.
  bool ordered = false;               // One table of contents, at the top, ordered.
  std::vector<std::string> links;     // Of the chapters.
  std::vector<std::string> images;    // "media type size".
  std::string version;                // Of the tag: "2.3".
};

Seen seen_by_taglib(const std::filesystem::path& file);
Seen seen_by_ffprobe(const std::filesystem::path& file);

struct SeenInPython {
  Seen mutagen;
  Seen eyed3;
};
// All the files in one run, as starting Python takes long.
std::map<std::string, SeenInPython> seen_in_python(const std::vector<std::filesystem::path>& files);

// The chapters as every judge has to see them.
std::vector<std::string> as_seen(const cmos::Chapters& chapters);

// What mp3val complains about, without the file's name and places in it.
std::vector<std::string> complaints_of_mp3val(const std::filesystem::path& file);

// FFmpeg's MD5 of the audio packets as they stand in the file, and of the decoded samples.
std::string packets_hash(const std::filesystem::path& file);
std::string samples_hash(const std::filesystem::path& file);
