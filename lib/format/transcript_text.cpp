#include "format/transcript_text.h"

#include <fmt/format.h>

#include <vector>

#include "format/plain_text.h"
#include "format/transcript.h"

namespace cmos {

std::string write_transcript_text(const Episode& episode, const Alignment& alignment) {
  std::vector<std::string> blocks;
  const auto add = [&](std::string block) {
    if (!block.empty()) blocks.push_back(std::move(block));
  };
  add(one_line(episode.title));
  for (const auto& part : transcript_parts(episode, alignment)) {
    if (part.heading != nullptr) {
      add(one_line(part.heading->text));
      continue;
    }
    auto text = one_line(text_of_words(episode, part.first_word, part.end_word));
    if (part.begins_turn) {
      const auto name = one_line(part.speaker);
      std::vector<std::string> lines;
      if (part.start) lines.push_back(fmt::format("[{}]", format_clock(*part.start)));
      if (!name.empty()) lines.push_back(name + ":");
      lines = {fmt::format("{}", fmt::join(lines, " ")), std::move(text)};
      std::erase(lines, "");
      add(fmt::format("{}", fmt::join(lines, "\n")));
    } else {
      add(std::move(text));
    }
  }
  return fmt::format("{}\n", fmt::join(blocks, "\n\n"));
}

}  // namespace cmos
