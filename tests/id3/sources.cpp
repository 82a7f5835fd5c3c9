#include "sources.h"

#include <stdexcept>

#include "support/process.h"
#include "tag_bytes.h"

using namespace std::string_literals;
using namespace tag_bytes;

namespace {

void must_run(const std::vector<std::string>& command) {
  const auto finished = run(command);
  if (finished.exit_code != 0) throw std::runtime_error(command[0] + ": " + finished.err);
}

std::string encode(const std::filesystem::path& folder, const std::string& name,
                   const std::vector<std::string>& options) {
  const auto path = folder / name;
  std::vector<std::string> command{"ffmpeg",
                                   "-v",
                                   "error",
                                   "-y",
                                   "-f",
                                   "lavfi",
                                   "-i",
                                   "sine=440:d=3:r=44100[a];anoisesrc=d=3:r=44100:a=0.05:seed=1[b];"
                                   "[a][b]amix"};
  command.insert(command.end(), options.begin(), options.end());
  command.push_back(path.string());
  must_run(command);
  return content_of(path);
}

std::string constant_bit_rate(const std::filesystem::path& folder) {
  return encode(folder, "cbr.mp3", {"-b:a", "128k", "-id3v2_version", "0", "-write_xing", "0"});
}

// A frame of Fraunhofer's encoder in front: its header, 32 zeros, "VBRI", version, delay, quality,
// bytes, frames, and a table of one entry (MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes).
std::string vbri(const std::string& audio) {
  const auto frames = audio.size() / 417;
  std::string frame = "\xFF\xFB\x90\x64" + zeros(32) + "VBRI" + big_endian(1, 2) +
                      big_endian(1105, 2) + big_endian(75, 2) + big_endian(audio.size(), 4) +
                      big_endian(frames, 4) + big_endian(1, 2) + big_endian(1, 2) +
                      big_endian(2, 2) + big_endian(frames, 2) + big_endian(417, 2);
  frame.resize(417, '\0');
  return frame + audio;
}

std::string title23() {
  return frame23("TIT2", text("Title"));
}
std::string title24() {
  return frame24("TIT2", "\3T\xC3\xADtle");
}

// More than 127 bytes, so that the two forms of sizes differ.
std::string long_text() {
  return text(std::string(300, 'x'));
}

std::string private23() {
  return frame23("PRIV", false_syncs(), 0x4020);
}

std::string picture(std::size_t size) {
  return '\0' + std::string("image/jpeg") + zeros(1) + '\3' + zeros(1) + "\xFF\xD8\xFF\xE0" +
         std::string(size, '\x5A');
}

std::string old_chapter(const std::string& title) {
  return std::string("ch1") + zeros(1) + big_endian(0, 4) + big_endian(3000, 4) +
         std::string(8, '\xFF') + title;
}

std::string old_contents() {
  return "toc\0\3\1ch1\0"s;
}

Source plain(const std::string& name, const std::string& rest) {
  return {.name = name, .bytes = rest};
}

Source tagged(const std::string& name, const std::string& tags, const std::string& kept,
              int version, const std::string& rest) {
  return {name, tags + rest, tags.size(), kept, version};
}

using Sources = std::vector<Source>;

void add_without_leading_tag(Sources& all, const std::filesystem::path& folder,
                             const std::string& audio) {
  all.push_back(plain("none", audio));
  all.push_back(plain("ID3v1", audio + id3v1()));
  all.push_back(plain("APE and ID3v1", audio + ape() + id3v1()));
  const auto body = title24();
  all.push_back(plain("appended tag", audio + tag(4, body, 0x10) + footer(body) + id3v1()));
  const auto cbr = constant_bit_rate(folder);
  all.push_back(plain("CBR without Xing header", cbr));
  all.push_back(plain("VBRI header", vbri(cbr)));
}

void add_22(Sources& all, const std::string& audio) {
  const auto old = frame22("TT2", text("Title")) + frame22("COM", text("engabout\0hello"s)) +
                   frame22("PIC", zeros(1) + "JPG\3" + zeros(1) + "\xFF\xD8\xFF" + "image");
  const auto kept = title23() + frame23("COMM", text("engabout\0hello"s)) +
                    frame23("APIC", zeros(1) + "image/jpeg" + zeros(1) + '\3' + zeros(1) +
                                        "\xFF\xD8\xFF" + "image");
  all.push_back(tagged("2.2", tag(2, old + zeros(100)), kept, 3, audio));
  all.push_back(tagged("2.2 unsynchronised",
                       tag(2, unsynchronised(frame22("UFI", false_syncs()) + old), 0x80),
                       frame23("UFID", false_syncs()) + kept, 3, audio));
}

void add_23(Sources& all, const std::string& audio) {
  const auto frames = title23() + private23() + frame23("TXXX", long_text());
  const auto add = [&](const std::string& name, const std::string& tags, const std::string& kept) {
    all.push_back(tagged("2.3 " + name, tags, kept, 3, audio));
  };
  add("with padding", tag(3, frames + zeros(500)), frames);
  add("without padding", tag(3, frames), frames);
  add("with 1 MB of padding", tag(3, frames + zeros(1 << 20)), frames);
  add("unsynchronised", tag(3, unsynchronised(frames + zeros(50)), 0x80), frames);
  add("with an extended header",
      tag(3, big_endian(6, 4) + zeros(2) + big_endian(70, 4) + frames + zeros(70), 0x40), frames);
  add("with an extended header and its checksum",
      tag(3, big_endian(10, 4) + "\x80" + zeros(5) + "\xFF\xFF\xFF\xFF" + frames, 0x40), frames);
  add("unsynchronised with an extended header and its checksum",
      tag(3, unsynchronised(big_endian(10, 4) + "\x80" + zeros(5) + "\xFF\xFF\xFF\xFF" + frames),
          0xC0),
      frames);
  add("that says extended header and has none", tag(3, frames, 0x40), frames);
  add("experimental", tag(3, frames + zeros(9), 0x20), frames);
  add("with sizes as 2.4 has them", tag(3, title23() + frame24("TXXX", long_text()) + title23()),
      title23() + frame23("TXXX", long_text()) + title23());
  add("with a name of 2.2", tag(3, frame23("TCP\0"s, text("1")) + frames),
      frame23("TCP\0"s, text("1")) + frames);
  all.back().eyed3_can_read = false;
  const auto big = frame23("APIC", picture(3000000)) + title23();
  add("with a big picture", tag(3, big + zeros(1000)), big);
  add("with chapters",
      tag(3, title23() + frame23("CHAP", old_chapter(frame23("TIT2", text("Old")))) + private23() +
                 frame23("CTOC", old_contents()) + zeros(300)),
      title23() + private23());
}

void add_24(Sources& all, const std::string& audio) {
  const auto priv = frame24("PRIV", unsynchronised(false_syncs()), 0x0002);
  const auto frames =
      title24() + frame24("TXXX", long_text()) + frame24("TDRC", text("2020-01-01"));
  const auto add = [&](const std::string& name, const std::string& tags, const std::string& kept) {
    all.push_back(tagged("2.4 " + name, tags, kept, 4, audio));
  };
  add("with padding", tag(4, frames + zeros(500)), frames);
  add("without padding", tag(4, frames), frames);
  add("with an unsynchronised frame", tag(4, title24() + priv + zeros(20)), title24() + priv);
  const auto given = frame24("PRIV", syncsafe(17) + unsynchronised(false_syncs()), 0x0003);
  add("unsynchronised", tag(4, given + frame24("TIT2", "\3T\xC3\xADtle", 2) + zeros(20), 0x80),
      given + frame24("TIT2", "\3T\xC3\xADtle", 2));
  add("unsynchronised by its header alone",
      tag(4, frame24("PRIV", unsynchronised(false_syncs())) + zeros(20), 0x80), priv);
  add("with an extended header", tag(4, syncsafe(6) + "\1" + zeros(1) + frames + zeros(70), 0x40),
      frames);
  add("with an extended header and its checksum",
      tag(4, syncsafe(12) + "\1\x20\5\x0F\x7F\x7F\x7F\x7F" + frames, 0x40), frames);
  add("with a footer", tag(4, frames, 0x10) + footer(frames), frames);
  add("with plain sizes", tag(4, title24() + frame23("TXXX", long_text()) + title24()),
      title24() + frame24("TXXX", long_text()) + title24());
  const auto big = frame24("APIC", picture(3000000)) + title24();
  add("with a big picture", tag(4, big + zeros(1000)), big);
  add("with chapters",
      tag(4, frame24("CTOC", old_contents()) + title24() +
                 frame24("CHAP", old_chapter(frame24("TIT2", text("Old")))) + zeros(300)),
      title24());
  const auto body = title24();
  all.push_back(tagged("2.4 and an appended tag", tag(4, frames), frames, 4,
                       audio + tag(4, body, 0x10) + footer(body)));
}

void add_several(Sources& all, const std::string& audio) {
  const auto first = tag(3, title23() + zeros(50));
  const auto second = tag(4, title24() + zeros(30));
  // The second one is rest, as it stays as it is.
  all.push_back(tagged("two tags", first, title23(), 3, second + audio));
}

}  // namespace

std::string make_audio(const std::filesystem::path& folder) {
  return encode(folder, "vbr.mp3", {"-q:a", "5", "-id3v2_version", "0"});
}

std::vector<Source> make_sources(const std::filesystem::path& folder) {
  const auto audio = make_audio(folder);
  Sources all;
  add_without_leading_tag(all, folder, audio);
  add_22(all, audio);
  add_23(all, audio);
  add_24(all, audio);
  add_several(all, audio);
  return all;
}

std::vector<Source> make_refused_sources(const std::string& audio) {
  Sources all;
  const auto add = [&](const std::string& name, const std::string& bytes) {
    all.push_back({.name = name, .bytes = bytes + audio});
  };
  const auto size = static_cast<int>(audio.size());
  add("the file ends after", tag(3, title23(), 0, size + 100));
  add("neither a frame nor padding", tag(3, title23(), 0, 5000));
  add("neither a frame nor padding", tag(4, title24() + zeros(100), 0, 5000));
  add("longer than the tag", tag(3, title23() + title23(), 0, -3));
  add("neither a frame nor padding", tag(3, title23() + title23(), 0, -9));
  add("longer than the tag", tag(3, "TIT2" + big_endian(5000, 4) + zeros(2) + "Title"));
  add("neither a frame nor padding", tag(3, title23() + zeros(40) + "junk" + zeros(40)));
  add("bits that no size has", "ID3" + std::string("\3\0\0\0\0\x80\x10", 7) + zeros(2064));
  add("unknown version, 2.5", tag(5, title24()));
  add("unknown version, 2.1", tag(1, title23()));
  add("compressed", tag(2, frame22("TT2", text("Title")), 0x40));
  add("extended header is wrong", tag(3, big_endian(5000, 4) + zeros(6) + title23(), 0x40));
  add("extended header is wrong", tag(4, syncsafe(2) + zeros(2) + title24(), 0x40));
  add("extended header is cut", tag(4, "abc", 0x40));
  add("frame CRM that ID3v2.3 has no place for",
      tag(2, frame22("TT2", text("Title")) + frame22("CRM", text("x"))));
  add("frame PIC is cut", tag(2, frame22("PIC", zeros(1) + "JPG")));
  add("LNK to CRM", tag(2, frame22("LNK", "CRMhttp://example.org/" + zeros(1))));
  add("longer than the tag", tag(3, title23() + zeros(20)) + tag(3, title23(), 0, -3));
  return all;
}
