// The words of Spanish.
#include "language/languages.h"

namespace cmos {

constexpr Language kSpanish{
    .code = "es",
    .long_code = "spa",
    .line_ends =
        {
            .articles = {"el la los las un una unos unas lo al del"},
            .determiners =
                {"mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra vuestros "
                 "vuestras este esta estos estas ese esa esos esas aquel aquella aquellos aquellas "
                 "cada algún alguna algunos algunas ningún ninguna cualquier todo toda todos todas "
                 "muchos muchas pocos pocas varios varias qué cuál cuáles otro otra otros otras"},
            .leading =
                {"me te se le les nos os muy más menos tan también sólo solo casi siempre nunca ya "
                 "bastante demasiado realmente"},
            .prepositions =
                {"a ante bajo con contra de desde durante en entre excepto hacia hasta mediante "
                 "para por según sin sobre tras vía"},
            .clinging_prepositions = {"de del"},
            .conjunctions =
                {"y e o u ni pero sino que porque aunque si cuando mientras como donde pues quien "
                 "quienes cuyo cuya"},
            .joining = {"y e o u ni pero sino porque aunque"},
            .relatives =
                {"que quien quienes donde como cuyo cuya cuál qué cómo dónde cuándo quién"},
            .auxiliaries =
                {"soy eres es somos sois son era eras éramos eran fui fue fueron será serán sería "
                 "sido estoy estás está estamos estáis están estaba estaban he has ha hemos habéis "
                 "han había habían hay habrá puedo puedes puede podemos pueden podía podría debo "
                 "debe debemos deben debería quiero quiere queremos quieren voy vas va vamos van "
                 "no"},
            .subjects = {"yo tú"},
            .pronouns =
                {"él ella ellos ellas nosotros nosotras vosotros ustedes usted esto eso ello"},
            .objects = {"mí ti conmigo contigo"},
            .numerals =
                {"dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
                 "veinte treinta cuarenta cincuenta cien ciento mil millón millones"},
            .takes_number =
                {"versión capítulo episodio número página parte paso sección figura tabla línea "
                 "sala"},
            .titles = {"sr sra srta dr dra prof"},
            .abbreviations = {"p.ej ej etc aprox ud uds"},
        },
    .weak_words =
        {"el la los las un una lo al del de a en y e o que no me te se le les nos su sus mi mis tu "
         "con por para si como más es son era fue ha he han está están hay yo él ella este esta "
         "esto eso ya muy"},
    .notes = {"risa risas ríe ríen música aplauso silencio inaudible ininteligible tos tose suspir "
              "ruido"},
};

}  // namespace cmos
