#include "check/brackets.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "cmos/time.h"
#include "language/language.h"

namespace cmos {

namespace {

struct Note {
  std::size_t begin;  // Of its first bracket in the page.
  std::string text;   // Between the brackets, blanks single.
};

std::string_view source_of(std::string_view page, const Word& word) {
  return page.substr(word.source.begin, word.source.end - word.source.begin);
}

// Words of notes follow each other; where the brackets are all closed, a note ends.
std::vector<Note> find_notes(const Episode& episode, std::string_view page) {
  std::vector<Note> notes;
  int depth = 0;
  for (const auto& word : episode.words) {
    if (!word.is_note) {
      depth = 0;
      continue;
    }
    if (depth <= 0) {
      const auto bracket = source_of(page, word).find('[');
      notes.push_back({word.source.begin + (bracket == std::string_view::npos ? 0 : bracket), ""});
      depth = 0;
    }
    auto& text = notes.back().text;
    append_word(text, word);
    depth +=
        static_cast<int>(std::ranges::count(word.text, '[') - std::ranges::count(word.text, ']'));
  }
  for (auto& note : notes) {
    const auto begin = note.text.find('[') + 1;
    note.text = note.text.substr(begin, note.text.rfind(']') - begin);
  }
  return notes;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += to_lower(c);
    }
  }
  return words;
}

// What transcribers write in brackets begins with one of the language's words for it, or has one in
// it. In a language of which none are known every note is usual.
bool is_usual(const Note& note, const Language& language) {
  return language.notes.empty() ||
         std::ranges::any_of(words_of(note.text), [&](const std::string& word) {
           return language.notes.has_beginning_of(word);
         });
}

bool is_alone_on_its_line(std::string_view page, const Note& note) {
  const auto before = page.substr(0, note.begin);
  const auto text_before = before.find_last_not_of(" \t");
  if (text_before != std::string_view::npos && before[text_before] != '\n') return false;
  const auto line = page.substr(note.begin, page.find('\n', note.begin) - note.begin);
  return line[line.find_last_not_of(" \t\r")] == ']';
}

class BracketReader {
 public:
  BracketReader(const Episode& episode, std::string_view page, DiagnosticCollector& diagnostics)
      : episode_(episode), page_(page), diagnostics_(diagnostics) {
    for (const auto& speaker : episode.speakers) {
      if (speaker.role.empty()) undeclared_.insert(speaker.id);
    }
  }

  void read() {
    for (const auto& note : find_notes(episode_, page_)) judge(note);
    for (const auto& word : episode_.words) {
      if (word.link || !looks_like_broken_link(word)) continue;
      diagnostics_.add(word.source.begin, "bracket-like-link",
                       "the link is not complete, so it is shown as it stands; write "
                       "[text](address)");
    }
  }

 private:
  void judge(const Note& note) {
    if (parse_clock(note.text)) {
      diagnostics_.add(note.begin, "stamp-in-speech",
                       fmt::format("[{}] stands inside a line, so it begins no turn; begin a line "
                                   "with it",
                                   note.text));
    } else if (looks_like_declaration(note)) {
      diagnostics_.add(
          note.begin, "bracket-like-declaration",
          fmt::format("[{}] looks like a declaration, but stands behind the first turn "
                      "(it is taken as a note); move it up",
                      note.text));
    } else if (!is_usual(note, find_language(episode_.language))) {
      diagnostics_.add(
          note.begin, "bracket-like-link",
          fmt::format("[{0}] is taken as a note, not as speech; write [{0}](address) if "
                      "it is a link, or remove the brackets",
                      note.text));
    } else {
      diagnostics_.add(note.begin, "note-in-speech",
                       fmt::format("[{}] is taken as a note: shown, not spoken", note.text));
    }
  }

  // "carol speaker1 Carol Jones": the ID of somebody who speaks undeclared, or a role with a
  // number.
  bool looks_like_declaration(const Note& note) const {
    const auto words = words_of(note.text);
    if (words.size() < 3 || !is_alone_on_its_line(page_, note)) return false;
    const auto digits = words[1].find_first_of("0123456789");
    const bool has_role = digits != std::string::npos && digits > 0 &&
                          words[1].find_first_not_of("0123456789", digits) == std::string::npos;
    return has_role || undeclared_.contains(std::string_view(note.text).substr(0, words[0].size()));
  }

  bool looks_like_broken_link(const Word& word) const {
    const bool has_seam =
        word.text.find("](") != std::string::npos || word.text.find("][") != std::string::npos;
    // In code it is as it should be.
    return has_seam && source_of(page_, word).find('`') == std::string_view::npos;
  }

  const Episode& episode_;
  std::string_view page_;
  DiagnosticCollector& diagnostics_;
  std::set<std::string_view> undeclared_;
};

}  // namespace

void check_brackets(const Episode& episode, std::string_view page,
                    DiagnosticCollector& diagnostics) {
  BracketReader(episode, page, diagnostics).read();
}

}  // namespace cmos
