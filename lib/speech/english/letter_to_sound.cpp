#include "speech/english/letter_to_sound.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>

extern "C" {
#include <flite/flite.h>
// Part of libflite_cmulex, but in none of its headers.
cst_lexicon* cmu_lex_init();
}

namespace cmos {

namespace {

struct DeleteValue {
  void operator()(cst_val* value) const { delete_val(value); }
};

// flite ends the process on what it cannot handle, and complains on stderr about other characters.
std::string only_letters(std::string_view text) {
  constexpr std::size_t kMaxLetters = 64;
  std::string letters;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z' && letters.size() < kMaxLetters) letters.push_back(c);
  }
  return letters;
}

// "ey1" -> "EY". The schwa is a phone of its own only for flite.
std::string to_arpabet(std::string_view phone) {
  if (phone.ends_with('0') || phone.ends_with('1')) phone.remove_suffix(1);
  if (phone == "ax") return "AH";
  std::string name(phone);
  std::ranges::transform(name, name.begin(),
                         [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return name;
}

}  // namespace

Phones letters_to_sound(std::string_view letters) {
  const auto word = only_letters(letters);
  Phones phones;
  if (word.empty()) return phones;
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  static const cst_lexicon* const lexicon = cmu_lex_init();
  const std::unique_ptr<cst_val, DeleteValue> list(
      lex_lookup(lexicon, word.c_str(), nullptr, nullptr));
  for (const cst_val* i = list.get(); i != nullptr; i = val_cdr(i)) {
    phones.push_back(to_arpabet(val_string(val_car(i))));
  }
  return phones;
}

}  // namespace cmos
