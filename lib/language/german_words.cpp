// The words of German.
#include "language/languages.h"

namespace cmos {

constexpr Language kGerman{
    .code = "de",
    .long_code = "deu",
    .line_ends =
        {
            .articles = {"der die das den dem des ein eine einen einem einer eines"},
            .determiners =
                {"mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein "
                 "seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere "
                 "unseren unserem unserer euer eure euren eurem kein keine keinen keinem keiner "
                 "keines dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede "
                 "jedes jeden jedem welcher welche welches welchen welchem manche mancher alle "
                 "allen aller alles beide beiden viele vielen einige einigen mehrere"},
            .leading =
                {"sehr ganz nur auch sogar schon noch immer nie fast etwa ziemlich besonders "
                 "wirklich eher so zu recht wohl gar viel mehr weniger"},
            .prepositions =
                {"ab an am ans auf aufs aus ausser bei beim bis durch entlang für fürs gegen "
                 "gegenüber hinter im in ins innerhalb mit nach neben ohne seit statt trotz über "
                 "überm um unter unterm von vom vor vorm wegen während zu zum zur zwischen laut "
                 "mittels gemäss pro per"},
            .clinging_prepositions = {"von vom als pro per"},
            .conjunctions =
                {"und oder aber sondern denn doch sowie dass weil wenn ob als obwohl während bevor "
                 "nachdem damit sobald solange falls indem da wie bis seitdem sodass entweder "
                 "weder noch"},
            .joining = {"und oder aber sondern denn weil obwohl"},
            .relatives =
                {"dass ob wer was wo wie wann warum weshalb wohin woher wofür womit wodurch "
                 "worüber als deren dessen denen"},
            .auxiliaries =
                {"bin bist ist sind seid war warst waren wart gewesen habe hast hat haben habt "
                 "hatte hatten werde wirst wird werden werdet wurde wurden worden würde würden "
                 "kann kannst können könnt konnte konnten könnte könnten muss musst müssen müsst "
                 "musste mussten müsste darf dürfen durfte dürfte soll sollst sollen sollt sollte "
                 "sollten will willst wollen wollt wollte wollten mag mögen möchte möchten nicht"},
            .subjects = {"ich du er wir man"},
            .pronouns = {"sie es ihr wer das"},
            .objects = {"mich dich ihn uns euch sich mir dir ihm ihnen"},
            .numerals =
                {"zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreissig "
                 "vierzig fünfzig hundert tausend million millionen milliarde milliarden"},
            .takes_number =
                {"version kapitel folge nummer seite teil schritt abschnitt bild tabelle zeile "
                 "raum"},
            .titles = {"hr fr dr prof herr frau"},
            .abbreviations = {"z.b d.h u.a usw bzw ca vgl evtl ggf inkl nr str"},
        },
    .weak_words =
        {"der die das den dem des ein eine einen einem einer und oder aber dass in im an am auf "
         "aus bei mit nach von vom zu zum zur für um als wie wenn ich du er sie es wir ihr man "
         "mich mir dich dir ihn ihm uns sich ist sind war bin hat habe haben wird werden kann "
         "nicht auch so da ja"},
    .notes =
        {"lach gelächter musik applaus klatsch pause unverständlich räusper husten seufz telefon "
         "geräusch stille"},
};

}  // namespace cmos
