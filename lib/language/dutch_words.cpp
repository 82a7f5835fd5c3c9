// The words of Dutch.
#include "language/languages.h"

namespace cmos {

constexpr Language kDutch{
    .code = "nl",
    .long_code = "nld",
    .line_ends =
        {
            .articles = {"de het een 't 'n"},
            .determiners =
                {"mijn m'n jouw je zijn z'n haar ons onze jullie hun uw deze die dit dat elke elk "
                 "ieder iedere welke welk geen alle enkele sommige veel beide"},
            .leading =
                {"heel erg zeer te zo ook alleen zelfs al nog altijd nooit bijna vrij best echt "
                 "wel meer minder maar"},
            .prepositions =
                {"aan achter bij binnen boven buiten door gedurende in langs met na naar naast om "
                 "onder op over per rond sinds tegen tijdens tot tussen uit van vanaf via volgens "
                 "voor voorbij wegens zonder"},
            .particles = {"aan af in mee op toe uit door terug"},
            .clinging_prepositions = {"van als dan per"},
            .conjunctions =
                {"en of maar want dus dat omdat als wanneer terwijl hoewel voordat nadat zodat "
                 "totdat tenzij toen dan noch"},
            .joining = {"en of maar want omdat hoewel"},
            .relatives =
                {"dat die wie wat waar hoe wanneer waarom waarin waarop waarmee waardoor waarvan"},
            .auxiliaries =
                {"ben bent is zijn was waren geweest heb hebt heeft hebben had hadden word wordt "
                 "worden werd werden zal zult zullen zou zouden kan kunt kunnen kon konden moet "
                 "moeten moest moesten mag mogen mocht wil wilt willen wilde wilden niet"},
            .subjects = {"ik jij hij wij we men"},
            .pronouns = {"je ze zij het u jullie er dat dit"},
            .objects = {"mij me jou hem hen zich"},
            .numerals =
                {"twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig "
                 "vijftig honderd duizend miljoen miljard"},
            .takes_number =
                {"versie hoofdstuk aflevering nummer pagina deel stap sectie figuur tabel regel "
                 "zaal"},
            .titles = {"dhr mevr mw dr prof"},
            .abbreviations = {"bijv d.w.z enz o.a m.b.t ca evt"},
        },
    .weak_words =
        {"de het een en of maar dat die dit in op aan van voor met te bij naar om uit door over "
         "als ik je jij hij ze zij we wij u mij me hem haar ons is was zijn ben heb heeft had kan "
         "zal wordt niet er ook zo dan nog wel"},
    .notes = {"lach lacht gelach muziek applaus stilte onverstaanbaar hoest zucht geluid"},
};

}  // namespace cmos
