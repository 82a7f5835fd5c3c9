// The words of Italian.
#include "language/languages.h"

namespace cmos {

constexpr Language kItalian{
    .code = "it",
    .long_code = "ita",
    .line_ends =
        {
            .articles =
                {"il lo la i gli le un uno una al allo alla ai agli alle del dello della dei degli "
                 "delle dal dallo dalla dai dagli dalle nel nello nella nei negli nelle sul sullo "
                 "sulla sui sugli sulle"},
            .determiners =
                {"mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre "
                 "vostro vostra vostri vostre loro questo questa questi queste quel quello quella "
                 "quei quegli quelle ogni qualche alcuni alcune nessun nessuno nessuna tutto tutta "
                 "tutti tutte quale quali molti molte altro altra altri altre"},
            .leading =
                {"mi ti si ci vi ne molto più meno così troppo anche solo quasi sempre mai già "
                 "ancora davvero proprio"},
            .prepositions =
                {"a ad di d' da in con su per tra fra verso senza sopra sotto dentro fuori dopo "
                 "prima durante contro presso entro oltre secondo lungo"},
            .clinging_prepositions = {"di del dello della dei degli delle"},
            .conjunctions =
                {"e ed o od ma però oppure né che perché se quando mentre come dove poiché benché "
                 "sebbene affinché cioè quindi dunque cui chi"},
            .joining = {"e ed o ma però oppure né perché"},
            .relatives = {"che cui chi dove come quale quali perché quando"},
            .auxiliaries =
                {"sono sei è siamo siete era eri eravamo erano fu furono sarà saranno sarebbe "
                 "stato stata stati state ho hai ha abbiamo avete hanno aveva avevano avrà avuto "
                 "posso puoi può possiamo potete possono poteva potrebbe devo deve dobbiamo devono "
                 "doveva dovrebbe voglio vuole vogliamo vogliono sto sta stanno vado va vanno non "
                 "c'è c'era"},
            .subjects = {"io tu egli"},
            .pronouns = {"lui lei noi voi esso essa essi ciò"},
            .objects = {"me te sé"},
            .numerals =
                {"due tre quattro cinque sei sette otto nove dieci undici dodici tredici "
                 "quattordici quindici venti trenta quaranta cinquanta cento mille mila milione "
                 "milioni miliardo miliardi"},
            .takes_number =
                {"versione capitolo episodio numero pagina parte passo sezione figura tabella riga "
                 "sala"},
            .titles = {"sig sig.ra dott prof ing avv"},
            .abbreviations = {"ad.es es ecc ca cfr"},
        },
    .weak_words =
        {"il lo la i gli le un una di a da in con su per tra del della dei delle al alla nel nella "
         "sul e ed o ma che non mi ti si ci vi ne lo è sono ha ho hanno era se come più questo "
         "questa suo sua loro io lui lei cui chi"},
    .notes =
        {"risata risate ride ridono musica applaus silenzio incomprensibil inudibil tosse sospir "
         "rumore"},
};

}  // namespace cmos
