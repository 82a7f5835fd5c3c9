#include "speech/english/verbalise_number.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "speech/english/number_words.h"
#include "speech/english/written_number.h"

namespace cmos {

namespace {

constexpr auto kUnits = std::to_array<Spelling>({
    {"%", "percent"},
    {"°", "degrees|degree"},
    {"°c", "degrees|degrees celsius|degrees c."},
    {"°f", "degrees|degrees fahrenheit|degrees f."},
    {"am", "a. m."},
    {"pm", "p. m."},
    {"k", "k.|thousand"},
    {"bn", "billion"},
    {"kb", "kilobytes|kilobyte|k. b.|k."},
    {"mb", "megabytes|megabyte|meg 's|m. b."},
    {"gb", "gigabytes|gigabyte|gigs|g. b."},
    {"tb", "terabytes|terabyte|t. b."},
    {"kbps", "kilo bits per second|k. b. p. s."},
    {"mbps", "mega bits per second|m. b. p. s."},
    {"gbps", "gig a bits per second|g. b. p. s."},
    {"hz", "hertz"},
    {"khz", "kilo hertz"},
    {"mhz", "megahertz"},
    {"ghz", "gig a hertz"},
    {"ns", "nanoseconds|nanosecond"},
    {"ms", "milliseconds|millisecond|m. s."},
    {"s", "seconds|second|'s"},
    {"sec", "seconds|second"},
    {"min", "minutes|minute"},
    {"h", "hours|hour|h."},
    {"mm", "millimeters|millimeter|m. m."},
    {"cm", "centimeters|centimeter"},
    {"m", "meters|meter|million|m."},
    {"km", "kilometers|kilometer|k."},
    {"kg", "kilograms|kilogram|kilos"},
    {"g", "grams|gram|g."},
    {"lb", "pounds|pound"},
    {"lbs", "pounds"},
    {"ft", "feet|foot"},
    {"mph", "miles an hour|miles per hour|m. p. h."},
    {"fps", "frames per second|frames a second|f. p. s."},
    {"px", "pixels|pixel"},
    {"pt", "point|points"},
    {"w", "watts|watt|w."},
    {"v", "volts|volt|v."},
    {"x", "times|x.|by"},
});

constexpr auto kMultipliers = std::to_array<Spelling>({
    {"k", "thousand|k."},
    {"m", "million"},
    {"b", "billion"},
    {"bn", "billion"},
    {"t", "trillion"},
});

// The dollar's name is left out where the next word has it: "$5 million", "a $5 discount".
constexpr auto kCurrencies = std::to_array<Spelling>({
    {"$", "dollars||dollar"},
    {"€", "euros||euro"},
    {"£", "pounds||pound"},
    {"¥", "yen|"},
});

// Behind the point: "24" -> two four | twenty four, "05" -> oh five | zero five.
Verbalisations decimals(std::string_view digits) {
  auto forms = digit_by_digit(digits);
  if (digits.front() != '0' && digits.size() <= 3) {
    add_ways(forms, likeliest(whole_number(digits), 1));
  }
  return forms;
}

// "5.24", ".5"
Verbalisations decimal_number(const WrittenNumber& number) {
  const auto& whole = number.parts.front();
  const auto digits = decimals(number.parts.back());
  const auto without_whole = joined(parse_verbalisations("point|dot"), digits);
  auto forms = whole.empty() ? without_whole : Verbalisations();
  const auto before =
      whole.empty() ? parse_verbalisations("zero|oh") : likeliest(whole_number(whole), 2);
  add_ways(forms, joined(joined(before, parse_verbalisations("point||dot")), digits));
  if (whole == "0") add_ways(forms, without_whole);
  return forms;
}

// "3.6.1": all parts are read in the same manner, and the same word, or none, stands for every
// point.
Verbalisations version(const WrittenNumber& number) {
  constexpr std::size_t kManners = 5;
  Verbalisations forms;
  for (std::size_t manner = 0; manner < kManners; ++manner) {
    for (const auto* point : {"point", "dot", ""}) {
      Verbalisations way;
      for (const auto& part : number.parts) {
        const auto readings = whole_number(part);
        const auto& reading = readings[std::min(manner, readings.size() - 1)];
        way = way.empty() ? Verbalisations{reading}
                          : joined(joined(way, parse_verbalisations(point)), {reading});
      }
      add_ways(forms, way);
    }
  }
  return forms;
}

// "5:42", "21:00", "1:05:30"
Verbalisations clock_time(const WrittenNumber& number) {
  auto forms = whole_number(number.parts.front());
  for (std::size_t i = 1; i < number.parts.size(); ++i) {
    const auto& part = number.parts[i];
    forms = joined(
        forms, part == "00" ? parse_verbalisations("|o'clock|hundred|oh oh") : two_digits(part));
  }
  return forms;
}

Verbalisations denominator(std::string_view digits, bool several) {
  if (digits == "2") return parse_verbalisations(several ? "halves" : "half");
  const auto one = digits == "4" ? parse_verbalisations("quarter|fourth") : ordinal(digits);
  return several ? joined(one, parse_verbalisations("'s")) : one;
}

// "1/2", "9/10", also the date and "24/7".
Verbalisations fraction(const WrittenNumber& number) {
  const auto& above = number.parts.front();
  const auto& below = number.parts.back();
  auto count = likeliest(whole_number(above), 1);
  auto forms = joined(count, likeliest(whole_number(below), 2));
  add_ways(forms, joined(joined(count, parse_verbalisations("out of|slash|of|over")),
                         likeliest(whole_number(below), 1)));
  if (above == "1") add_way(count, {"a"});
  add_ways(forms, joined(count, denominator(below, above != "1")));
  return forms;
}

Verbalisations bare_number(const WrittenNumber& number) {
  if (number.parts.size() == 1) return whole_number(number.parts.front());
  if (number.separator == ':') return clock_time(number);
  if (number.separator == '/') return fraction(number);
  return number.parts.size() == 2 ? decimal_number(number) : version(number);
}

// "$5", "€3.50", "£10k"
Verbalisations money(const WrittenNumber& number, const Verbalisations& multiplier) {
  const auto names = find_spelling(kCurrencies, number.currency).value();
  const bool has_cents = number.parts.size() == 2 && number.separator == '.' &&
                         number.parts.back().size() == 2 && multiplier.empty();
  if (!has_cents) {
    const auto amount =
        multiplier.empty() ? bare_number(number) : joined(bare_number(number), multiplier);
    return joined(likeliest(amount, 6), names);
  }
  auto whole = joined(likeliest(whole_number(number.parts.front()), 2), names);
  const auto& cents = number.parts.back();
  if (cents == "00") return whole;
  const auto cents_name = parse_verbalisations(number.currency == "£" ? "|pence|p." : "|cents");
  return joined(joined(whole, parse_verbalisations("|and")), joined(two_digits(cents), cents_name));
}

// What the number and its suffix are together; none if they do not belong together.
Verbalisations with_suffix(const WrittenNumber& number) {
  if (!number.currency.empty()) {
    const auto multiplier = find_spelling(kMultipliers, number.suffix);
    return multiplier ? money(number, *multiplier) : Verbalisations();
  }
  const bool is_whole = number.parts.size() == 1;
  const auto& digits = number.parts.front();
  for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (is_whole && number.suffix == suffix) return ordinal(digits);
  }
  Verbalisations forms;
  if (is_whole && number.suffix == "s") forms = decade(digits);
  const bool is_year = digits.size() == 4 && !forms.empty();
  if (is_year) return forms;
  add_ways(forms, joined(likeliest(bare_number(number), 6),
                         find_spelling(kUnits, number.suffix).value_or(Verbalisations())));
  return forms;
}

}  // namespace

std::optional<NumberVerbalisations> verbalise_number(std::string_view text) {
  const auto number = parse_number(text);
  if (!number) return std::nullopt;
  if (!number->suffix.empty()) {
    if (auto forms = with_suffix(*number); !forms.empty()) {
      return NumberVerbalisations{std::move(forms), number->length_with_suffix};
    }
  }
  auto forms = number->currency.empty() ? bare_number(*number) : money(*number, {});
  return NumberVerbalisations{std::move(forms), number->length};
}

}  // namespace cmos
