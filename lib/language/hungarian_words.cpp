// The words of Hungarian.
#include "language/languages.h"

namespace cmos {

constexpr Language kHungarian{
    .code = "hu",
    .long_code = "hun",
    .line_ends =
        {
            .articles = {"a az egy"},
            .determiners =
                {"ez azok ezek minden mindegyik néhány egyes sok kevés több milyen melyik "
                 "semmilyen bármely saját"},
            .leading =
                {"nagyon csak is sem még már mindig soha majdnem elég igazán inkább túl leg"},
            .conjunctions =
                {"és s vagy de hanem hogy mert ha amikor mint bár ugyan mivel amíg míg miután "
                 "mielőtt pedig illetve valamint se sem tehát"},
            .joining = {"és vagy de hanem mert bár pedig illetve"},
            .relatives =
                {"hogy aki akit akik ami amit amik amely amelyek amelyet ahol ahova amikor ahogy "
                 "mint miért hol mikor hogyan"},
            .auxiliaries =
                {"vagyok vagy van vagyunk vannak voltam volt voltak leszek lesz lesznek lenne fog "
                 "fogok fognak kell kellett lehet nem ne nincs nincsenek volna"},
            .subjects = {"én te"},
            .pronouns = {"ő mi ti ők ez az"},
            .objects =
                {"engem téged őt minket bennünket titeket őket magát magam nekem neked neki nekünk "
                 "nekik"},
            .numerals =
                {"két kettő három négy öt hat hét nyolc kilenc tíz tizenegy tizenkét húsz harminc "
                 "száz ezer millió milliárd"},
            .takes_number =
                {"verzió fejezet epizód szám oldal rész lépés szakasz ábra táblázat sor terem"},
            .titles = {"dr prof ifj id"},
            .abbreviations = {"pl kb ill stb azaz vö"},
        },
    .weak_words =
        {"a az egy és s de hogy nem is meg ha csak már még mint vagy van volt ez azt ezt ő én te "
         "mi ti ők aki ami ki mi be le fel el át kell lesz se sem"},
    .notes = {"nevet zene taps csend érthetetlen köhög sóhaj zaj"},
};

}  // namespace cmos
