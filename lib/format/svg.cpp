#include "format/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "base/unicode.h"
#include "cmos/graphemes.h"
#include "format/html_text.h"

namespace cmos {

namespace {

// In pixels.
constexpr int kWidth = 1000;
constexpr int kWaveTop = 40;  // Under the titles, which take two rows by turns.
constexpr int kWaveHeight = 120;
constexpr int kHeight = kWaveTop + kWaveHeight + 24;  // Clocks below.
constexpr double kCharacterWidth = 7.5;               // Of 13 pixels of sans-serif, at the most.

// A column of the wave is as tall as its largest peak.
std::string wave_path(std::span<const std::uint8_t> peaks) {
  std::string path;
  const auto columns = std::min<std::size_t>(kWidth / 2, peaks.size());
  for (std::size_t column = 0; column < columns; ++column) {
    const auto begin = column * peaks.size() / columns;
    const auto end = (column + 1) * peaks.size() / columns;
    const int peak = *std::ranges::max_element(peaks.subspan(begin, end - begin));
    const double half = std::max(0.5, peak / 255.0 * kWaveHeight / 2);
    path += fmt::format("M{:.1f} {:.1f}v{:.1f}",
                        (static_cast<double>(column) + 0.5) * kWidth / static_cast<double>(columns),
                        kWaveTop + kWaveHeight / 2.0 - half, 2 * half);
  }
  return path;
}

// What fits into so many pixels; cut with an ellipsis.
std::string fitting(const std::string& text, double width) {
  const auto most = static_cast<std::size_t>(std::max(0.0, width / kCharacterWidth));
  if (count_graphemes(text) <= most) return text;
  if (most < 3) return {};
  auto cut = text;
  while (count_graphemes(cut) >= most) cut.resize(grapheme_floor(cut, cut.size() - 1));
  return cut + "\u2026";
}

std::string chapter_svg(const Chapter& chapter, double x, double width, int row) {
  const auto title = one_line(chapter.title);
  return fmt::format(
      "<g><title>{0} {1}</title><path class=\"mark\" d=\"M{2:.1f} {3}V{4}\"/><text x=\"{5:.1f}\" "
      "y=\"{6}\">{7}</text><text class=\"clock\" x=\"{5:.1f}\" y=\"{8}\">{9}</text></g>\n",
      format_clock(chapter.time.start), escape_html(title), x, row * 18 + 4, kHeight - 20, x + 4,
      row * 18 + 15, escape_html(fitting(title, width)), kHeight - 7,
      width < 50 ? "" : format_clock(chapter.time.start));
}

}  // namespace

std::string write_svg(const Episode& episode, const Chapters& chapters, Time duration,
                      std::span<const std::uint8_t> peaks) {
  const auto x_of = [&](Time time) {
    return duration == Time(0)
               ? 0.0
               : kWidth * static_cast<double>(time.count()) / static_cast<double>(duration.count());
  };
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
      "height=\"{1}\" role=\"img\" aria-labelledby=\"title\">\n"
      "<title id=\"title\">{2}: waveform, {3}, chapters: {4}</title>\n"
      "<style>text{{font:13px system-ui,sans-serif;fill:#1b1b1f}}.clock{{fill:#55565c}}"
      ".wave{{stroke:#0b57d0;stroke-width:1.2}}.mark{{stroke:#a1320b}}"
      "@media(prefers-color-scheme:dark){{text{{fill:#e8e8ec}}.clock{{fill:#b4b6bd}}"
      ".wave{{stroke:#a8c7fa}}.mark{{stroke:#ffb59a}}}}</style>\n"
      "<path class=\"wave\" d=\"{5}\"/>\n",
      kWidth, kHeight, line_html(episode.title), format_clock(duration), chapters.size(),
      wave_path(peaks));
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const double x = x_of(chapters[i].time.start);
    // In rows by turns a title may go on over the chapter behind its own.
    const double end = i + 2 < chapters.size() ? x_of(chapters[i + 2].time.start) : kWidth;
    svg += chapter_svg(chapters[i], x, end - x - 8, static_cast<int>(i % 2));
  }
  return svg + "</svg>\n";
}

}  // namespace cmos
