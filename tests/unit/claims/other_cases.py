"""A sentence or two for each row of the pattern files beside the roles', and what it states. See role_cases.py for the names."""

from __future__ import annotations

from tests.unit.claims.role_cases import Case

LEADER = "{K} er leder i {F}.\n\n"
ELECT = "{K} ble valgt til leder i {F}.\n\n"

SUCCESSIONS: list[Case] = [
    ("takes-over-after", f"{ELECT}{{K}} overtar etter {{O}}.", ("{O}: leder, {F}, outgoing", "{O} leads {F}")),
    ("takes-over-after", f"{ELECT}{{K}} tek over etter {{O}}.", ("{O}: leder, {F}, outgoing", "{O} leads {F}")),
    ("took-over-after", f"{LEADER}{{K}} overtok etter {{O}} i fjor.", ("{O}: leder, {F}, former", "{O} leads {F}")),
    ("succeeds-person", f"{ELECT}{{K}} etterfølger {{O}}.", ("{O}: leder, {F}, outgoing", "{O} leads {F}")),
    ("succeeds-person", f"{LEADER}{{K}} avløyser {{O}}.", ("{O}: leder, {F}, former", "{O} leads {F}")),
    ("succeeded-person", f"{LEADER}{{K}} etterfulgte {{O}} i 2015.", ("{O}: leder, {F}, former", "{O} leads {F}")),
    ("succeeds-relative", f"{ELECT}{{O}}, som {{K}} etterfølger, takker for seg.", ("{O}: leder, {F}, outgoing", "{O} leads {F}")),
    ("successor-of", f"{ELECT}Her er etterfølgeren til {{O}}: {{K}}.", ("{O}: leder, {F}, outgoing", "{O} leads {F}")),
    ("elected-after", f"{ELECT}Forsamlingen valgte {{K}} til ny leder etter {{O}}.", ("{O}: leder, {F}, outgoing", "{O} leads {F}")),
    ("predecessor", f"{LEADER}{{K}} roste forgjengeren {{O}}.", ("{O}: leder, {F}, former", "{O} leads {F}")),
    ("office-after", "{K} ble valgt til leder i {F} etter {O}.", ("{O}: leder, {F}, outgoing", "{O} leads {F}")),
]

SPEECH: list[Case] = [
    ("quote-verb-name", "– Kurset er nyttig, sier {K}.", ("{K} says direct: Kurset er nyttig,",)),
    ("quote-verb-name", "– Kurset er nyttig, seier rådgjevar {K}.", ("{K} says direct: Kurset er nyttig,",)),
    ("quote-verb-title", "Rådgiver {K} leder kurset.\n\n– Kurset er nyttig, sier rådgiveren.", ("{K} says direct: Kurset er nyttig,",)),
    ("quote-name-verb", "«Kurset er nyttig», {K} skriver.", ("{K} says direct: «Kurset er nyttig», {K} skriver.",)),
    ("name-verb-colon", "{K} sier det slik: «Kurset er nyttig.»", ("{K} says direct: {K} sier det slik: «Kurset er nyttig.»",)),
    ("name-verb", "{K} sier at kurset er nyttig.", ("{K} says reported: {K} sier at kurset er nyttig.",)),
    ("name-verb", "{K} meiner at kurset er nyttig.", ("{K} says reported: {K} meiner at kurset er nyttig.",)),
    ("verb-name", "I boka skriver også {K} om kurset.", ("{K} says reported: I boka skriver også {K} om kurset.",)),
    ("verb-name-particle", "Nå slår {K} fast at kurset er nyttig.", ("{K} says reported: Nå slår {K} fast at kurset er nyttig.",)),
    ("name-has-said", "{K} har tidligere sagt at kurset er nyttig.", ("{K} says reported: {K} har tidligere sagt at kurset er nyttig.",)),
    ("name-argued", "{K} tok til orde for flere kurs.", ("{K} says reported: {K} tok til orde for flere kurs.",)),
    ("name-and-verb", "{K} takket for innsatsen og sa at kurset er nyttig.", ("{K} says reported: {K} takket for innsatsen og sa at kurset er nyttig.",)),
    ("name-adds", "{K} legger også til at kurset er gratis.", ("{K} says reported: {K} legger også til at kurset er gratis.",)),
    ("name-adds", "{K} legg òg til at kurset er gratis.", ("{K} says reported: {K} legg òg til at kurset er gratis.",)),
    ("name-emphasised", "{K} var tydelig på at kurset er nyttig.", ("{K} says reported: {K} var tydelig på at kurset er nyttig.",)),
    ("name-pointed", "{K} pekte på at kurset er nyttig.", ("{K} says reported: {K} pekte på at kurset er nyttig.",)),
    ("name-laid-weight", "I talen la {K} vekt på at kurset er nyttig.", ("{K} says reported: I talen la {K} vekt på at kurset er nyttig.",)),
    ("according-to", "Ifølge {K} er kurset nyttig.", ("{K} says reported: Ifølge {K} er kurset nyttig.",)),
    ("according-to", "Kurset er nyttig, ifølgje rådgjevar {K}.", ("{K} says reported: Kurset er nyttig, ifølgje rådgjevar {K}.",)),
]

SPEAKERS: list[Case] = [
    ("said-by", "{K} er leder i {F}.\n\n– Vi har bedt om at kurset blir gratis for alle, sier {K}.", ("at kurset blir gratis for alle proposed by {F}",)),
    ("said-by", "{K} er leiar i {F}.\n\n– Vi har bede om at kurset blir gratis for alle, seier {K}.", ("at kurset blir gratis for alle proposed by {F}",)),
]

TWO = ("{L}: part, topartssamarbeidet, current", "{B}: part, topartssamarbeidet, current")

COLLABORATIONS: list[Case] = [
    ("between", "Topartssamarbeidet mellom {L} og {B} går godt.",
     ("{L}: part, Topartssamarbeidet mellom {L} og {B}, current", "{B}: part, Topartssamarbeidet mellom {L} og {B}, current")),
    ("reestablished-by", "I år har {L} og {B} vedtatt å reetablere topartssamarbeidet.", TWO),
    ("reestablish", "{L} og {B} vedtok å reetablere topartssamarbeidet.", TWO),
    ("aim-of", "Målet med topartssamarbeidet er at {L} og {B} holder flere kurs.", TWO),
    ("consists-of", "I år består mye, men topartssamarbeidet består av {L} og {B}.", TWO),
    ("consists-of-2", "Partene i topartssamarbeidet er {L} og {B}.", TWO),
    ("meet-in", "{L} og {B} møttes i topartssamarbeidet.", TWO),
    ("take-part-in", "{L} og {B} deltek i topartssamarbeidet.", TWO),
    ("behind", "Her er topartssamarbeidet. Bak initiativet står {L} og {B}.", TWO),
    ("shall-cooperate", "Her er topartssamarbeidet. Planen er at {L} og {B} skal samarbeide tett om kurs.", TWO),
    ("cooperate", "{L} samarbeider med {B} om kurs.", ("{L}: part, samarbeid mellom {L} og {B}, current", "{B}: part, samarbeid mellom {L} og {B}, current")),
    ("in-cooperation", "{L} holder kurs i samarbeid med {B}.", ("{L}: part, samarbeid mellom {L} og {B}, current", "{B}: part, samarbeid mellom {L} og {B}, current")),
    ("cooperate-together", "{L} og {B} samarbeider om kurs.", ("{L}: part, samarbeid mellom {L} og {B}, current", "{B}: part, samarbeid mellom {L} og {B}, current")),
]

COOPERATION: list[Case] = [
    ("cooperates-with", "{L} samarbeider tett med {B} om kurs.", ("{L}: part, samarbeid mellom {L} og {B}, current", "{B}: part, samarbeid mellom {L} og {B}, current")),
    ("cooperates-with", "{L} har lenge samarbeidd med {B} om kurs.", ("{L}: part, samarbeid mellom {L} og {B}, current", "{B}: part, samarbeid mellom {L} og {B}, current")),
    ("enters-cooperation", "{L} har inngått et samarbeid med {B}.", ("{L}: part, samarbeid mellom {L} og {B}, current", "{B}: part, samarbeid mellom {L} og {B}, current")),
    ("enter-cooperation", "{L} og {B} har inngått samarbeid om kurs.", ("{L}: part, samarbeid mellom {L} og {B}, current", "{B}: part, samarbeid mellom {L} og {B}, current")),
    ("in-cooperation-with", "Her er {L} i samarbeid med {B}.", ("{L}: part, samarbeid mellom {L} og {B}, current", "{B}: part, samarbeid mellom {L} og {B}, current")),
    ("cooperate", "{L} og {B} samarbeidar om kurs.", ("{L}: part, samarbeid mellom {L} og {B}, current", "{B}: part, samarbeid mellom {L} og {B}, current")),
]

HELD = "Årsmøtet i {F} ble holdt 3. mai 2020. "
AT = "{K} attends årsmøtet i {F}"

MEETINGS: list[Case] = [
    ("meeting-between", "Møtet mellom {F} og {L} ble holdt i går.", ("{F} attends møtet mellom {F} og {L}", "{L} attends møtet mellom {F} og {L}")),
    ("meeting-with", "Møtet med {F} ble holdt i går.", ("{F} attends møtet med {F}",)),
    ("had-meeting", "{K} hadde et møte med {F} 3. mai 2020.", ("{K} attends møte med {F}", "{F} attends møte med {F}")),
    ("had-meeting-listed", "{K}, rådgiver i {F}, og redaktør {O} hadde møte 3. mai 2020.", ("{K} attends møte 3. mai 2020", "{O} attends møte 3. mai 2020")),
    ("present-at", f"{HELD}\n\n{{K}} på årsmøtet.", (AT,)),
    ("will-take-part", "{K} skal delta på årsmøtet i {F} 3. mai 2020.", (AT,)),
    ("took-part", "{K} deltok på årsmøtet i {F} 3. mai 2020.", (AT,)),
    ("took-part", "{K} var til stades på årsmøtet i {F} 3. mai 2020.", (AT,)),
    ("took-part-inverted", f"{HELD}På årsmøtet deltok {{K}}.", (AT,)),
    ("led-meeting", "{K} ledet årsmøtet i {F} 3. mai 2020.", (AT,)),
    ("led-meeting-passive", f"{HELD}Årsmøtet ble åpnet av {{K}}.", (AT,)),
    ("said-at-meeting", f"{HELD}Kurset er nyttig, sa {{K}} på årsmøtet.", (AT,)),
    ("said-at-meeting-after", f"{HELD}{{K}} takket for seg på årsmøtet.", (AT,)),
    ("said-at-meeting-first", f"{HELD}På årsmøtet fortalte {{K}} om kurset.", (AT,)),
    ("said-opening", f"{HELD}{{K}} fortalte om kurset i sin innledning.", (AT,)),
    ("said-opening-inverted", f"{HELD}Kurset er nyttig, fortalte {{K}} i innledningen.", (AT,)),
    ("walked-out", f"{HELD}{{K}} forlot årsmøtet.", (AT,)),
    ("presented-at", f"{HELD}{{K}} presenterte rapporten «Kurs i nord» på årsmøtet.", (AT,)),
    ("minutes-met", "# Referat fra årsmøtet i {F} 3. mai 2020\n\nTil sak 2 møtte {K} fra {L}.", (AT,)),
    ("minutes-spoke", "# Referat fra årsmøtet i {F} 3. mai 2020\n\nSak 2: {K} orienterte om kurset.", (AT,)),
    ("minutes-spoke-from", "# Referat fra årsmøtet i {F} 3. mai 2020\n\nSak 2: {K} fra {L} orienterte om kurset.", (AT,)),
    ("said-from-rostrum", f"{HELD}Kurset er nyttig, sa {{K}} fra talerstolen.", (AT,)),
]

WORKS: list[Case] = [
    ("made-known-to", "Her ble {F} gjort kjent med rapporten «Kurs i nord».", ("Kurs i nord presented to {F}",)),
    ("made-known-to-active", "{F} ble gjort kjent med rapporten «Kurs i nord».", ("Kurs i nord presented to {F}",)),
    ("was-presented-to", "Rapporten «Kurs i nord» ble lagt frem for {F}.", ("Kurs i nord presented to {F}",)),
    ("was-presented-to", "Rapporten «Kurs i nord» vart overlevert til {F}.", ("Kurs i nord presented to {F}",)),
    ("is-presented-to", "Rapporten «Kurs i nord» legges frem for {F}.", ("Kurs i nord presented to {F}",)),
    ("is-presented-to", "Rapporten «Kurs i nord» leggjast fram for {F}.", ("Kurs i nord presented to {F}",)),
    ("when-presented-to", "Alle venter på rapporten «Kurs i nord» når den legges frem for {F}.", ("Kurs i nord presented to {F}",)),
    ("gets-on-table", "{F} får rapporten «Kurs i nord» på bordet.", ("Kurs i nord presented to {F}",)),
    ("received", "I går fikk {F} overlevert rapporten «Kurs i nord».", ("Kurs i nord presented to {F}",)),
    ("received-subject", "{F} mottok rapporten «Kurs i nord».", ("Kurs i nord presented to {F}",)),
    ("received-subject", "{F} tok imot den ferdige rapporten «Kurs i nord».", ("Kurs i nord presented to {F}",)),
    ("received-from", "{F} fikk rapporten «Kurs i nord» fra {L}.", ("Kurs i nord presented to {F}", "Kurs i nord created by {L}")),
    ("handed-over", "{K} overleverte rapporten «Kurs i nord» til {F}.", ("Kurs i nord presented to {F}",)),
    ("handed-over", "{L} la fram rapporten «Kurs i nord» for {F}.", ("Kurs i nord presented to {F}", "Kurs i nord created by {L}")),
    ("handed-over-inverted", "I går overrakte {K} rapporten «Kurs i nord» til {F}.", ("Kurs i nord presented to {F}",)),
    ("handed-over-by", "{F} publiserte rapporten «Kurs i nord».", ("Kurs i nord created by {F}",)),
    ("presented-in-minutes", "# Referat fra årsmøtet i {F} 3. mai 2020\n\nRapporten «Kurs i nord» ble gjennomgått.", ("Kurs i nord presented to årsmøtet i {F}",)),
    ("presented-in-minutes-by", "# Referat fra årsmøtet i {F} 3. mai 2020\n\n{K} fra {L} presenterte rapporten «Kurs i nord».", ("Kurs i nord presented to årsmøtet i {F}",)),
    ("presented-at-meeting", "Årsmøtet i {F} ble holdt 3. mai 2020. På årsmøtet presenterte {K} rapporten «Kurs i nord».", ("Kurs i nord presented to årsmøtet i {F}",)),
    ("presented-at-meeting-last", "Årsmøtet i {F} ble holdt 3. mai 2020. {K} presenterte rapporten «Kurs i nord» på årsmøtet.", ("Kurs i nord presented to årsmøtet i {F}",)),
    ("presented-at-office", "I går ble rapporten «Kurs i nord» lagt frem i {F}.", ("Kurs i nord presented to {F}",)),
    ("work-of", "Mange leser {F}s rapport «Kurs i nord».", ("Kurs i nord created by {F}",)),
    ("work-of", "Mange les {F} sin rapport «Kurs i nord».", ("Kurs i nord created by {F}",)),
    ("work-from", "Mange leser rapporten «Kurs i nord» fra {F}.", ("Kurs i nord created by {F}",)),
    ("work-by", "Mange leser rapporten «Kurs i nord», skrevet av {K}.", ("Kurs i nord created by {K}",)),
    ("work-by", "Mange les rapporten «Kurs i nord», utarbeidd av {F}.", ("Kurs i nord created by {F}",)),
    ("work-made", "Her er rapporten {F} har laget.", ("rapporten created by {F}",)),
    ("put-forward", "{F} foreslo at kurset skal være gratis.", ("at kurset skal være gratis proposed by {F}",)),
    ("put-forward", "{F} har føreslått at kurset skal vere gratis.", ("at kurset skal vere gratis proposed by {F}",)),
    ("put-forward-inverted", "I går foreslo {F} at kurset skal være gratis.", ("at kurset skal være gratis proposed by {F}",)),
    ("demand", "{F} krever at kurset skal være gratis.", ("at kurset skal være gratis proposed by {F}",)),
    ("demand-inverted", "I går krevde {F} at kurset skal være gratis.", ("at kurset skal være gratis proposed by {F}",)),
    ("laid-forward", "{F} la frem forslag om at kurset skal være gratis.", ("at kurset skal være gratis proposed by {F}",)),
    ("laid-forward-inverted", "I går la {F} frem forslag om at kurset skal være gratis.", ("at kurset skal være gratis proposed by {F}",)),
    ("proposal-from", "Medlemmene støtter forslaget fra {F} om gratis kurs.", ("gratis kurs proposed by {F}",)),
    ("proposal-of", "Medlemmene støtter {F}s forslag om gratis kurs.", ("gratis kurs proposed by {F}",)),
    ("we-asked", "{K} er leder i {F}.\n\n– Vi har bedt om at kurset blir gratis for alle, sier {K}.", ("at kurset blir gratis for alle proposed by {F}",)),
    ("adopted", "{F} vedtok resolusjonen «Kurs i nord» enstemmig.", ("{F} adopted Kurs i nord, enstemmig",)),
    ("adopted", "{F} har godkjend resolusjonen «Kurs i nord».", ("{F} adopted Kurs i nord",)),
    ("adopted-perfect-inverted", "I går har {F} vedtatt resolusjonen «Kurs i nord».", ("{F} adopted Kurs i nord",)),
    ("adopted-inverted", "I går vedtok {F} resolusjonen «Kurs i nord».", ("{F} adopted Kurs i nord",)),
    ("adopted-while", "Da {F} behandlet saken i går, ble det vedtatt å gi alle gratis kurs.", ("{F} adopted å gi alle gratis kurs",)),
    ("adopted-it-at-meeting", "Årsmøtet i {F} ble holdt 3. mai 2020. På årsmøtet ble det vedtatt en resolusjon om gratis kurs.", ("{F} adopted resolusjon om gratis kurs",)),
    ("adopted-it", "Det ble vedtatt en resolusjon om gratis kurs.", ("- adopted resolusjon om gratis kurs",)),
    ("adopted-passive-by", "Resolusjonen «Kurs i nord» ble vedtatt av {F}.", ("{F} adopted Kurs i nord",)),
    ("adopted-passive", "# Referat fra styremøtet 3. mai 2020\n\nResolusjonen «Kurs i nord» ble vedtatt mot én stemme.", ("- adopted Kurs i nord, mot én stemme",)),
    ("rejected", "{F} avviste resolusjonen «Kurs i nord».", ("{F} rejected Kurs i nord",)),
    ("rejected", "{F} røysta ned resolusjonen «Kurs i nord».", ("{F} rejected Kurs i nord",)),
    ("rejected-passive-by", "Resolusjonen «Kurs i nord» ble avvist av {F}.", ("{F} rejected Kurs i nord",)),
    ("rejected-passive", "Resolusjonen «Kurs i nord» ble nedstemt.", ("- rejected Kurs i nord",)),
    ("reestablished", "{F} vedtok å reetablere topartssamarbeidet.", ("{F} reestablished topartssamarbeidet",)),
    ("reestablished-inverted", "I år har {L} og {B} vedtatt å reetablere topartssamarbeidet.", ("{L} og {B} reestablished topartssamarbeidet",)),
    ("reestablished-direct", "{F} gjenopptok topartssamarbeidet.", ("{F} reestablished topartssamarbeidet",)),
    ("established-clause", "I går vedtok {F} at det skulle opprettes en arbeidsgruppe.", ("{F} established arbeidsgruppe",)),
    ("established-clause-2", "{F} vedtok å opprette en arbeidsgruppe.", ("{F} established arbeidsgruppe",)),
    ("established", "{F} opprettet en arbeidsgruppe.", ("{F} established arbeidsgruppe",)),
    ("established", "{F} har oppretta ei arbeidsgruppe.", ("{F} established arbeidsgruppe",)),
    ("appointed", "{F} oppnevnte en arbeidsgruppe.", ("{F} appointed arbeidsgruppe",)),
    ("appointed", "{F} oppnemnde ei arbeidsgruppe.", ("{F} appointed arbeidsgruppe",)),
    ("appointed-clause", "{F} vedtok å oppnevne en arbeidsgruppe.", ("{F} appointed arbeidsgruppe",)),
    ("appointed-clause", "{F} har bestemt å setje ned ei arbeidsgruppe.", ("{F} appointed arbeidsgruppe",)),
    ("appointed-split", "{F} satte i går ned en arbeidsgruppe.", ("{F} appointed arbeidsgruppe",)),
    ("appointed-passive", "En arbeidsgruppe ble nedsatt av {F}.", ("{F} appointed arbeidsgruppe",)),
    ("appointed-relative", "Dette er arbeidsgruppen {F} satte ned.", ("{F} appointed arbeidsgruppen",)),
    ("dissolved-clause", "{F} vedtok å legge ned topartssamarbeidet.", ("{F} dissolved topartssamarbeidet",)),
    ("dissolved", "{F} la ned topartssamarbeidet.", ("{F} dissolved topartssamarbeidet",)),
]
