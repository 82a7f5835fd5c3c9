#include "judges.h"

#include <taglib/attachedpictureframe.h>
#include <taglib/chapterframe.h>
#include <taglib/id3v2tag.h>
#include <taglib/mpegfile.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/urllinkframe.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "support/process.h"

namespace {

using nlohmann::json;

std::string output_of(const std::vector<std::string>& command) {
  const auto finished = run(command);
  if (finished.exit_code != 0) throw std::runtime_error(command[0] + ": " + finished.err);
  return finished.out;
}

std::string as_line(long start, long end, const std::string& title) {
  return std::to_string(start) + ' ' + std::to_string(end) + ' ' + title;
}

// TagLib counts the zero that ends an element ID.
std::string as_id(const TagLib::ByteVector& id) {
  const std::string bytes(id.data(), id.size());
  return bytes.substr(0, bytes.find('\0'));
}

Seen from_json(const json& judge) {
  Seen seen;
  seen.chapters = judge.at("chapters").get<std::vector<std::string>>();
  seen.contents = judge.at("contents").get<std::vector<std::string>>();
  if (!judge.contains("ids")) return seen;
  seen.ids = judge.at("ids").get<std::vector<std::string>>();
  seen.links = judge.at("links").get<std::vector<std::string>>();
  seen.images = judge.at("images").get<std::vector<std::string>>();
  seen.ordered = judge.at("ordered").get<bool>();
  seen.version = judge.at("version").get<std::string>();
  return seen;
}

}  // namespace

Seen seen_by_taglib(const std::filesystem::path& file) {
  using namespace TagLib::ID3v2;
  Seen seen;
  TagLib::MPEG::File mpeg(file.c_str());
  auto* tag = mpeg.ID3v2Tag();
  if (tag == nullptr) return seen;
  seen.version = "2." + std::to_string(tag->header()->majorVersion());
  for (auto* frame : tag->frameList("CHAP")) {
    auto* chapter = dynamic_cast<ChapterFrame*>(frame);
    if (chapter == nullptr) throw std::runtime_error("TagLib cannot read a CHAP frame");
    const auto titles = chapter->embeddedFrameList("TIT2");
    seen.chapters.push_back(as_line(chapter->startTime(), chapter->endTime(),
                                    titles.isEmpty() ? "" : titles[0]->toString().to8Bit(true)));
    seen.ids.push_back(as_id(chapter->elementID()));
    for (auto* link : chapter->embeddedFrameList("WXXX")) {
      seen.links.push_back(dynamic_cast<UserUrlLinkFrame*>(link)->url().to8Bit(true));
    }
    for (auto* image : chapter->embeddedFrameList("APIC")) {
      auto* picture = dynamic_cast<AttachedPictureFrame*>(image);
      seen.images.push_back(picture->mimeType().to8Bit(true) + ' ' +
                            std::to_string(picture->picture().size()));
    }
  }
  const auto& tables = tag->frameList("CTOC");
  for (auto* frame : tables) {
    auto* table = dynamic_cast<TableOfContentsFrame*>(frame);
    seen.ordered = tables.size() == 1 && table->isTopLevel() && table->isOrdered();
    for (const auto& id : table->childElements()) seen.contents.push_back(as_id(id));
  }
  return seen;
}

Seen seen_by_ffprobe(const std::filesystem::path& file) {
  const auto answer = json::parse(
      output_of({"ffprobe", "-v", "error", "-show_chapters", "-of", "json", file.string()}));
  Seen seen;
  for (const auto& chapter : answer.at("chapters")) {
    if (chapter.at("time_base") != "1/1000") throw std::runtime_error("unexpected time base");
    seen.chapters.push_back(as_line(chapter.at("start").get<long>(), chapter.at("end").get<long>(),
                                    chapter.value("/tags/title"_json_pointer, std::string())));
  }
  return seen;
}

std::map<std::string, SeenInPython> seen_in_python(
    const std::vector<std::filesystem::path>& files) {
  std::vector<std::string> command{CMOS_PYTHON, CMOS_ID3_JUDGE};
  for (const auto& file : files) command.push_back(file.string());
  std::map<std::string, SeenInPython> seen;
  const auto answer = json::parse(output_of(command));
  for (const auto& [file, judges] : answer.items()) {
    seen[file] = {from_json(judges.at("mutagen")), from_json(judges.at("eyed3"))};
  }
  return seen;
}

std::vector<std::string> as_seen(const cmos::Chapters& chapters) {
  std::vector<std::string> lines;
  for (const auto& chapter : chapters) {
    lines.push_back(as_line(chapter.time.start.count(), chapter.time.end.count(), chapter.title));
  }
  return lines;
}

std::vector<std::string> complaints_of_mp3val(const std::filesystem::path& file) {
  std::vector<std::string> complaints;
  std::istringstream lines(output_of({"mp3val", file.string()}));
  for (std::string line; std::getline(lines, line);) {
    const bool is_complaint = line.starts_with("WARNING") || line.starts_with("ERROR");
    if (is_complaint && !line.ends_with("No supported tags in the file")) {
      complaints.push_back(line.substr(line.rfind(": ")));
    }
  }
  return complaints;
}

std::string packets_hash(const std::filesystem::path& file) {
  return output_of({"ffmpeg", "-v", "error", "-i", file.string(), "-map", "0:a", "-c", "copy", "-f",
                    "md5", "-"});
}

std::string samples_hash(const std::filesystem::path& file) {
  return output_of({"ffmpeg", "-v", "error", "-i", file.string(), "-map", "0:a", "-f", "md5", "-"});
}
