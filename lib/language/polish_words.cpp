// The words of Polish.
#include "language/languages.h"

namespace cmos {

constexpr Language kPolish{
    .code = "pl",
    .long_code = "pol",
    .line_ends =
        {
            .determiners =
                {"mój moja moje moi moich twój twoja twoje swój swoja swoje swoich nasz nasza "
                 "nasze naszych wasz wasza wasze jego jej ich ten ta to ci te tego tej tych tym tą "
                 "tę tamten każdy każda każde każdego który która które którego której których "
                 "żaden żadna wszystkie wszyscy jakiś jakaś jakieś pewien ile kilka wiele"},
            .leading =
                {"bardzo tylko też także nawet już jeszcze zawsze nigdy prawie dość naprawdę "
                 "bardziej mniej tak"},
            .prepositions =
                {"bez dla do dzięki ku koło między na nad nade naprzeciw o obok od ode około "
                 "oprócz po pod pode podczas poza przed przede przez przeciw przy spod u w we "
                 "wobec według wśród z za ze znad zza"},
            .conjunctions =
                {"i a oraz lub albo ale lecz ani że żeby aby bo ponieważ gdy kiedy jeśli jeżeli "
                 "choć chociaż jak gdyż więc zatem czy niż"},
            .joining = {"i a oraz lub albo ale lecz ani bo ponieważ choć chociaż"},
            .relatives =
                {"że co kto gdzie jak kiedy dlaczego skąd dokąd który która które którego której "
                 "których którym"},
            .auxiliaries =
                {"jestem jesteś jest jesteśmy jesteście są był była było byli były będę będziesz "
                 "będzie będziemy będą być mogę możesz może możemy mogą mógł mogła można muszę "
                 "musi musimy muszą trzeba chcę chce chcemy chcą nie się by"},
            .subjects = {"ja ty"},
            .pronouns = {"on ona ono my wy oni one to"},
            .objects = {"mnie mi ciebie ci go mu jemu ją nas nam was wam ich im siebie sobie"},
            .numerals =
                {"dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście "
                 "dwanaście dwadzieścia trzydzieści sto tysiąc tysiące tysięcy milion miliony "
                 "milionów"},
            .takes_number = {"wersja rozdział odcinek numer strona część krok sekcja rysunek "
                             "tabela linia sala"},
            .titles = {"p pan pani dr prof mgr inż"},
            .abbreviations = {"np tzn tj itd itp m.in ok por"},
        },
    .weak_words =
        {"i a w we z ze na do od po o u za że nie się to jest są był była było być jak co ale lub "
         "czy dla przez przy pod nad ja ty on ona my oni mi mu go ją jej ich ten ta te tym tego "
         "tak by już"},
    .notes = {"śmiech śmieje muzyka oklaski cisza niezrozumiał niewyraźn kaszel westchn"},
};

}  // namespace cmos
