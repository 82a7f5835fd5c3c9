// The words of Czech.
#include "language/languages.h"

namespace cmos {

constexpr Language kCzech{
    .code = "cs",
    .long_code = "ces",
    .line_ends =
        {
            .determiners =
                {"můj moje má mé svůj svoje své svou svých náš naše našich váš vaše jeho její "
                 "jejich ten ta to ti ty tento tato toto tyto tuto toho té tom těch tím každý "
                 "každá každé který která které kterého žádný žádná všechny všichni nějaký nějaká "
                 "nějaké několik mnoho jaký jaká jaké"},
            .leading =
                {"velmi jen také taky i dokonce už ještě vždy nikdy téměř skoro docela opravdu "
                 "více méně tak moc"},
            .prepositions =
                {"bez během blízko díky do dle k ke ku kolem kromě kvůli mezi mimo místo na nad "
                 "nade naproti o ob od ode okolo po pod pode podle pro proti před přede přes při s "
                 "se skrz u uvnitř v ve vedle včetně vůči z za ze"},
            .conjunctions =
                {"a i nebo či ale avšak však ani že aby protože když kdyby jestli zda pokud ačkoli "
                 "ačkoliv přestože až než jako tedy proto"},
            .joining = {"a i nebo ale avšak ani protože ačkoli přestože"},
            .relatives =
                {"že co kdo kde kam jak kdy proč odkud který která které kterého kterou kterých "
                 "jenž jež"},
            .auxiliaries =
                {"jsem jsi je jsme jste jsou byl byla bylo byli byly budu budeš bude budeme budou "
                 "být bych bys by bychom byste mohu můžu můžeš může můžeme mohou mohl musím musí "
                 "musíme musel chci chce chceme chtěl není nejsou nebyl ne"},
            .subjects = {"já ty"},
            .pronouns = {"on ona ono my vy oni to"},
            .objects = {"mě mne mi tě ti ho mu jí ji nás nám vás vám je jim sebe sobě se si"},
            .numerals =
                {"dva dvě tři čtyři pět šest sedm osm devět deset jedenáct dvanáct dvacet třicet "
                 "sto tisíc tisíce milion milionů"},
            .takes_number =
                {"verze kapitola díl číslo strana část krok oddíl obrázek tabulka řádek sál"},
            .titles = {"p pan paní dr prof ing mgr"},
            .abbreviations = {"např tj tzn atd apod cca resp viz"},
        },
    .weak_words =
        {"a i v ve z ze s se na do od po o u k ke za že si je jsou jsem byl byla bylo být by to "
         "ten ta ty jak co ale nebo pro při pod nad já on ona my mi mu ho ji jí jejich tak už ne "
         "není"},
    .notes = {"smích směje hudba potlesk ticho nesrozumiteln kašel povzdech"},
};

}  // namespace cmos
