// The words of Swedish.
#include "language/languages.h"

namespace cmos {

constexpr Language kSwedish{
    .code = "sv",
    .long_code = "swe",
    .line_ends =
        {
            .articles = {"en ett den det de"},
            .determiners =
                {"min mitt mina din ditt dina sin sitt sina hans hennes vår vårt våra er ert era "
                 "deras denna detta dessa varje någon något några ingen inget inga alla många "
                 "flera vilken vilket vilka båda"},
            .leading =
                {"mycket väldigt bara också även redan ännu alltid aldrig nästan ganska verkligen "
                 "mer mindre så för"},
            .prepositions =
                {"av bakom bland bredvid efter enligt från framför för före genom hos i in inom "
                 "innan kring med mellan mot om omkring på runt sedan till trots under upp ur ut "
                 "utan utanför utom vid via åt över"},
            .particles = {"av in om på upp ut till bort ner"},
            .clinging_prepositions = {"av som än per"},
            .conjunctions =
                {"och eller men utan samt att om när medan eftersom därför fast för så som än "
                 "innan tills varken"},
            .joining = {"och eller men eftersom fast"},
            .relatives = {"att som vad vem var hur när varför vilken vilket vilka där dit"},
            .auxiliaries =
                {"är var varit vara blir blev bli blivit har hade haft ha ska skall skulle kan "
                 "kunde kunna måste får fick vill ville bör borde inte ej"},
            .subjects = {"jag du han hon vi man"},
            .pronouns = {"det den de ni dom"},
            .objects = {"mig dig honom henne oss dem sig"},
            .numerals =
                {"två tre fyra fem sex sju åtta nio tio elva tolv tjugo trettio fyrtio femtio "
                 "hundra tusen miljon miljoner miljard miljarder"},
            .takes_number =
                {"version kapitel avsnitt nummer sida del steg sektion figur tabell rad sal"},
            .titles = {"hr fru dr prof"},
            .abbreviations = {"t.ex d.v.s dvs bl.a osv ca m.m"},
        },
    .weak_words =
        {"en ett den det de och att som är var i på av för med till om från vid har hade inte jag "
         "du han hon vi ni man mig dig sig oss dem min sin men eller när så kan ska vill ett under "
         "över ut upp"},
    .notes = {"skratt musik applåd tystnad ohörbar hosta suck ljud"},
};

}  // namespace cmos
