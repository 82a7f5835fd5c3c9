#include "cmos/configuration_keys.h"

#include <array>

namespace cmos {

namespace {

constexpr std::array kKeys{
    ConfigurationKey{"formats", "a list of names, or one; `all`", "`-f`"},
    ConfigurationKey{"language",
                     "the language of pages that do not say theirs, as BCP 47 writes it: `en`, "
                     "`pt-BR`",
                     "`--language` (also of pages that do)"},
    ConfigurationKey{"media_roots",
                     "folders under which the pages' MP3 paths lie; those of the command line are "
                     "tried first",
                     "`--media-root`"},
    ConfigurationKey{"captions.style", "`netflix`, `bbc` or `podcast` ([captions](captions.md))",
                     "`--style`"},
    ConfigurationKey{"captions.speaker_labels", "`none`, `change` or `always`",
                     "`--speaker-labels`"},
    ConfigurationKey{"captions.unspoken",
                     "`hide` or `show`: words that the sound does not have "
                     "([captions](captions.md#words-that-the-sound-does-not-have))",
                     "`--unspoken`"},
    ConfigurationKey{"align.model", "the acoustic model's folder", "`--model`"},
    ConfigurationKey{"align.dictionary", "the model's pronunciations, a file", "`--dictionary`"},
    ConfigurationKey{"feed.base_url",
                     "the site's address; in the feed it stands in front of paths from this file's "
                     "folder",
                     ""},
    ConfigurationKey{"check.disable",
                     "diagnostics that are left out, a list of [rules](rules.md) or one",
                     "`--disable` adds to them"},
    ConfigurationKey{"check.severity",
                     "rules with the severity that they get: `note`, `warning` or `error`", ""},
};

}  // namespace

std::span<const ConfigurationKey> configuration_keys() {
  return kKeys;
}

}  // namespace cmos
