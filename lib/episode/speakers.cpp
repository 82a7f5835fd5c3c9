#include "episode/speakers.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "episode/lines.h"

namespace cmos::page {

namespace {

std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (std::size_t at = skip_blanks(text); at < text.size(); at = skip_blanks(text, at)) {
    const auto end = std::min(text.find_first_of(" \t", at), text.size());
    if (!result.empty()) result += ' ';
    result += text.substr(at, end - at);
    at = end;
  }
  return result;
}

}  // namespace

void Speakers::declare(const Declaration& declaration, SourceSpan source) {
  const std::string id(declaration.id);
  if (declaration.role.empty() || !declaration.is_closed) {
    diagnostics_.add(source.begin, "declaration-malformed",
                     fmt::format("a speaker is declared as [ID ROLE NAME]; write [{} guest1 {}]",
                                 id, declaration.name));
  }
  if (by_id_.contains(id)) {
    diagnostics_.add(source.begin, "speaker-redeclared",
                     fmt::format("speaker {} is declared already, which counts; remove one", id));
    return;
  }
  add({id, std::string(declaration.role), with_single_spaces(declaration.name), source}, true);
}

bool Speakers::is_declared(std::string_view id) const {
  const auto known = by_id_.find(std::string(id));
  return known != by_id_.end() && states_[known->second].is_declared;
}

bool Speakers::is_declared_name(std::string_view name) const {
  const auto known = std::ranges::find(episode_.speakers, name, &Speaker::name);
  return known != episode_.speakers.end() && !known->role.empty();
}

std::optional<std::size_t> Speakers::find(std::string_view id) const {
  if (const auto known = by_id_.find(std::string(id)); known != by_id_.end()) return known->second;
  if (!is_declared_name(id)) return std::nullopt;
  const auto named = std::ranges::find(episode_.speakers, id, &Speaker::name);
  return static_cast<std::size_t>(named - episode_.speakers.begin());
}

std::size_t Speakers::use(std::string_view id, SourceSpan source) {
  if (const auto known = find(id)) {
    states_[*known].is_used = true;
    return *known;
  }
  const bool is_name = id.find(' ') != std::string_view::npos;
  diagnostics_.add(
      source.begin, "speaker-undeclared",
      fmt::format("speaker {0} is not declared, so that {0} is the name shown; declare it: [{1}]",
                  id,
                  is_name ? fmt::format("ID guest1 {}", id) : fmt::format("{} guest1 NAME", id)));
  return add({std::string(id), "", std::string(id), source}, false);
}

std::size_t Speakers::first_or_unknown(std::size_t place) {
  if (episode_.speakers.empty()) add({"unknown", "", "Unknown", {place, place}}, false);
  states_.front().is_used = true;
  return 0;
}

void Speakers::report_unused() {
  for (std::size_t i = 0; i < states_.size(); ++i) {
    if (!states_[i].is_declared || states_[i].is_used) continue;
    const auto& speaker = episode_.speakers[i];
    diagnostics_.add(
        speaker.source.begin, "speaker-unused",
        fmt::format("speaker {} says nothing; remove the declaration or mend its ID", speaker.id));
  }
}

std::size_t Speakers::add(Speaker speaker, bool is_declared) {
  const auto index = episode_.speakers.size();
  by_id_.emplace(speaker.id, index);
  episode_.speakers.push_back(std::move(speaker));
  states_.push_back({is_declared, !is_declared});
  return index;
}

}  // namespace cmos::page
