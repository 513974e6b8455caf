# Danish texts. Danish comes first: English falls back to this file.
site-name = Pejlemærke
skip-link = Gå til indholdet
main-menu = Hovedmenu
menu = Menu
menu-rounds = Runder
menu-catalogue = Anbefalinger
menu-letters = Mails
menu-administration = Administration
administration-title = Administration
administration-rounds = Opret, åbn og luk runder, og se, hvem der har svaret.
administration-programmes = Årets gang: hvornår runder oprettes, åbner og lukker, og hvornår der sendes mails.
administration-catalogue = Udgaver af forebyggelsespakkerne med anbefalinger og spørgsmål.
administration-practice = Eksempler fra kommunerne: godkend dem, der venter, og find dem, der vises.
administration-accounts = Hvem der kan logge på: invitér brugere, ret rolle og kommuner, og luk adgang.
administration-directory = Hvem der bliver spurgt: søg, ret, indlæs og hent stillinger og kontaktoplysninger.
administration-letters = Alle planlagte og sendte mails, og dem, der ikke kom frem.
administration-site = Navn, afsender, logo og farve samt teksterne om tilgængelighed og personoplysninger.
administration-operation = Kontrol af databasen og mails, hvad der slettes hvornår, og tjenestens indstillinger.
administration-audit = Hvem der har gjort hvad og hvornår, med før og efter.
sign-out = Log af
accessibility = Tilgængelighedserklæring
privacy = Behandling af personoplysninger
role-admin = Administrator
role-consultant = Konsulent
role-coordinator = Koordinator
demo-banner = Demo: Alle svar og tal er genererede. De siger intet om virkelige kommuner.

error-not-found = Siden findes ikke
error-not-found-cure = Linket er forkert, udløbet eller brugt. Kontrollér, at hele adressen er kommet med, eller brug linket i din seneste mail.
error-not-found-signed-in = Adressen er forkert, eller din bruger har ikke adgang til siden. Vælg i menuen, eller gå tilbage til den side, du kom fra.
error-link-stopped = Linket virker ikke længere
error-link-stopped-cure = Linket er blevet erstattet af et nyt eller trukket tilbage. Har du fået en nyere mail, så brug linket i den. Svar, der allerede er gemt, er bevaret.
error-link-stopped-contact = Mangler du et link, så skriv til
error-forbidden = Det har du ikke adgang til
error-forbidden-cure = Formularen blev ikke sendt fra denne tjeneste. Gå tilbage, genindlæs siden, og prøv igen.
error-too-many = For mange forsøg
error-too-many-cure = Vent nogle minutter, og prøv igen.
error-request = Forespørgslen kunne ikke læses
error-request-cure = Gå tilbage, genindlæs siden, og prøv igen.
error-too-long = Teksten er for lang
error-too-long-cure = Gå tilbage, og gør teksten kortere, eller gem lidt ad gangen.
error-too-slow = Det tog for lang tid at sende
error-too-slow-cure = Forbindelsen er måske langsom. Gå tilbage, og prøv igen.
error-busy = Tjenesten kan ikke svare lige nu
error-busy-cure = Vent et øjeblik, og prøv igen. Svar, der er markeret "Gemt", er gemt.
error-internal = Noget gik galt
error-internal-cure = Fejlen er registreret. Svar, der er markeret "Gemt", er gemt. Prøv igen om lidt.
error-refused = Det kan ikke lade sig gøre
error-home = Gå til forsiden

refusal-edition-published = Udgaven er offentliggjort og kan ikke ændres. Lav en ny udgave med rettelsen.
refusal-edition-not-published = Udgaven er en kladde. Offentliggør den først.
refusal-edition-changed = Udgaven er ændret, siden den blev offentliggjort. Genskab den fra en sikkerhedskopi, eller importér den rigtige fil.
refusal-crosswalk-in-use = { $rounds ->
    [one] 1 runde sammenlignes over denne oversættelsesnøgle. Skriv, hvorfor koblingen ændres.
   *[other] { $rounds } runder sammenlignes over denne oversættelsesnøgle. Skriv, hvorfor koblingen ændres.
}
refusal-too-many-views = Du har { $most } gemte visninger, og flere kan du ikke have. Slet en, du ikke bruger.
refusal-draft-changed = Kladden er ændret, efter at du åbnede siden. Læs den igen, før du offentliggør.
refusal-wrong-edition-key = Det er ikke udgavens nøgle. Skriv den, præcis som den står på siden.
refusal-unknown-edition = Der er ingen udgave med nøglen { $key }. Importér den først.
refusal-edition-exists = Der er allerede en udgave med nøglen { $key }. Vælg en anden.
refusal-edition-faulty = { $count ->
    [one] Kladden har en mangel. Ret den, før udgaven offentliggøres.
   *[other] Kladden har { $count } mangler. Ret dem, før udgaven offentliggøres.
    }
refusal-not-carried-out = Kommunen har ikke gennemført anbefalingen fuldt ud i denne runde. Kun anbefalinger, hvor alle svar er de bedste, kan deles som eksempel.
refusal-example-decided = Der er taget stilling til eksemplet, eller kommunen har rettet det, siden du åbnede siden. Åbn det igen, og se, hvordan det står nu.
refusal-edition-asked = En runde eller et program bruger udgaven, så den kan ikke slettes. Vælg en anden udgave dér først.
refusal-edition-too-large = Udgaven er blevet for stor til at kunne gemmes. Fjern noget, eller del den i to.
refusal-no-such-item = Det, du ville ændre, findes ikke længere i kladden. Måske har en anden fjernet det.
refusal-item-in-use = { $count ->
    [one] Det bruges et sted i udgaven og kan ikke fjernes. Vælg noget andet dér først.
   *[other] Det bruges { $count } steder i udgaven og kan ikke fjernes. Vælg noget andet dér først.
    }
refusal-catalogue-key-taken = Nøglen { $key } bruges allerede. Vælg en anden.
refusal-bad-catalogue-key = "{ $key }" kan ikke bruges som nøgle. Brug 1-100 af bogstaverne a-z, tal, punktummer, bindestreger og understregningstegn, og begynd ikke med et punktum.
refusal-reserved-catalogue-key = "{ $key }" er et ord, som kataloget selv bruger i sine adresser. Vælg en anden nøgle.
refusal-text-too-long = En tekst er for lang. Skriv højst { $most } tegn.
refusal-no-such-revision = Der er ingen ændring at gå til.
refusal-unknown-package = Udgaven har ingen pakke med nøglen { $key }.
refusal-unknown-round = Der er ingen runde med nøglen { $key }.
refusal-round-exists = Der er allerede en runde med nøglen { $key }. Vælg en anden.
refusal-bad-key = "{ $key }" kan ikke bruges som nøgle. Brug 1-40 bogstaver, tal, punktummer og bindestreger, og begynd ikke med et punktum.
refusal-closes-before-it-opens = Runden lukker, før den åbner. Ret datoerne.
refusal-bad-coverage = Mindste dækning skal være et tal fra 0 til 1, for eksempel 0.7.
refusal-announced-before-drafted = Varslet kan ikke sendes, før runden er oprettet. Opret runden tidligere, eller send varslet senere.
refusal-programme-exists = Der findes allerede et program med nøglen { $key }.
refusal-nothing-to-ask = Ingen udgave er offentliggjort, som programmet kan spørge om.
refusal-round-not-draft = Runden er ikke længere en kladde.
refusal-round-not-scheduled = Runden venter ikke på at åbne automatisk.
refusal-no-baseline = Runde { $key } kan ikke være baseline her. Vælg en lukket runde af samme program, som sluttede før denne og ikke er en prøverunde.
refusal-package-not-asked = Begge runder skal have spurgt til pakken { $package }. Vælg en anden runde.
refusal-not-pinned = Der er ikke valgt nogen baseline, som kan fjernes.
refusal-round-not-open = Runden er ikke åben.
refusal-test-not-published = En prøverunde kan ikke offentliggøres.
refusal-not-to-sign = Svarene i den runde kan ikke underskrives.
refusal-nothing-handed-in = Ingen har svaret i runden, så der er ingen tal at offentliggøre.
refusal-nothing-to-correct = Intet er ændret siden den seneste offentliggørelse, så der er intet at rette.
refusal-bad-release-reason = Skriv, hvorfor tallene rettes, med højst { $limit } tegn.
refusal-round-not-closed = Runden skal lukkes først.
refusal-round-not-historic = Svar kan kun importeres til en historisk runde. Opret den med --historic.
refusal-nobody-to-ask = Der er ingen stillinger, som rundens spørgsmål kan stilles til. Indlæs stillinger først.
refusal-no-answers = Runden har ingen importerede svar.
refusal-answers-exist = Runden har allerede importerede svar. Tag dem ud først, hvis de skal erstattes: pejl answers withdraw --round RUNDE
refusal-deadline-passed = Fristen er udløbet, så svarene kan ikke længere ændres.
refusal-handed-in = Afsnittet er indsendt. Tag det tilbage, hvis du vil ændre noget.
refusal-answers-missing = { $count ->
    [one] Der mangler 1 svar.
   *[other] Der mangler { $count } svar.
 }
refusal-bad-address = "{ $address }" er ikke en mailadresse. Skriv den som navn@example.org.
refusal-handed-to-oneself = Det er din egen mailadresse. Skriv din kollegas.
refusal-handed-to-accountable = Den, der har denne mailadresse, har stadig ansvaret for afsnittet. Kan du ikke svare, så tryk på "Jeg er færdig", så får vedkommende besked.
refusal-address-as-name = Skriv kun kollegaens navn, uden webadresse eller mailadresse.
refusal-bad-name = Skriv et navn på én linje med højst 200 tegn og uden usynlige tegn.
refusal-proposal-changed = Der er foreslået en anden i mellemtiden. Se siden igen, før du bekræfter.
refusal-bad-phone = Telefonnummeret må højst være på 200 tegn, på én linje.
refusal-not-renamed = { $post } kan ikke få den titel: Den gamle titel skal stå i stillingslisten og mangle i filen, og den nye skal stå i filen og mangle i listen.
refusal-post-exists = Kommunen har allerede en stilling, der hedder { $post }, måske blandt de nedlagte. Vælg et andet navn, eller genopret den.
refusal-post-is-asked = Stillingen er spurgt i runde { $round }, som er åben, og har ikke indsendt. Vent, til den har indsendt, eller til runden er lukket.
refusal-not-mergeable = Vælg en anden stilling i samme kommune, som ikke er nedlagt.
refusal-bad-post-title = Skriv stillingens navn på én linje med højst 200 tegn.
refusal-bad-department = Skriv afdelingens navn på én linje med højst 200 tegn.
refusal-no-areas = Vælg mindst ét område.
refusal-bad-from-day = Skriv en dato, der findes, og som ligger inden for et år.
refusal-no-file = Vælg en fil.
refusal-unknown-post = Kommunen har ingen stilling med titlen { $post }.
refusal-staff-exists = Der er allerede en bruger med den mailadresse.
refusal-unknown-staff = Der er ingen bruger med den mailadresse.
refusal-wrong-municipalities = En koordinator skal have præcis én kommune, og en administrator ingen.
refusal-unknown-municipality = { $code } er ikke en kommunekode. Skriv fire cifre, for eksempel 0101.
refusal-wrong-password = Mailadresse eller adgangskode er forkert.
refusal-too-many-attempts = For mange forsøg. Vent nogle minutter, og prøv igen.
refusal-password-too-short = Adgangskoden skal være på mindst 12 tegn.
refusal-key-expired = Linket er brugt eller udløbet. Bed om et nyt.
refusal-schema-newer = Databasen er ændret af en nyere version af programmet, så denne version kan ikke bruge den. Opgradér programmet.
refusal-too-many-letters = Der er sendt så mange mails med dette link det seneste døgn, at der ikke kan sendes flere lige nu. Prøv igen i morgen, eller skriv til kontakten nederst i din mail.
refusal-no-delivery-report = Beskeden er ikke en leveringsrapport (RFC 3464), der kan læses. Intet er ændret. Brug hele den rapport, som mailserveren sendte retur, for eksempel: pejl mail bounce rapport.eml
refusal-report-too-large = Beskeden er for stor til at være en leveringsrapport. Kontrollér, at det er den rigtige. Intet er ændret.
refusal-report-of-no-letter = Leveringsrapporten handler ikke om en mail, der er sendt herfra. Kontrollér, at det er den rigtige. Intet er ændret.

# Kommandolinjen
cli-nothing-written = Prøvekørsel: intet er skrevet.
cli-bounce-bounced = Mailen { $letter } kom retur. Stillingen står øverst på ringelisten med mærket "Find efterfølger".
cli-bounce-known = At mailen { $letter } kom retur, vidste vi allerede. Intet er ændret.
cli-bounce-delayed = Mailen { $letter } er forsinket hos modtagerens mailserver. Intet er ændret.
cli-bounce-delivered = Mailen { $letter } er kommet frem. Intet er ændret.
cli-bounce-outdated = Mailen { $letter } har siden fået status "{ $state }". Intet er ændret.
cli-faults = { $path }: { $count ->
    [one] 1 fejl.
   *[other] { $count } fejl.
 } Intet er skrevet.
cli-edition-read = Udgave { $key }: { $packages ->
    [one] 1 pakke
   *[other] { $packages } pakker
 }, { $recommendations ->
    [one] 1 anbefaling
   *[other] { $recommendations } anbefalinger
 }, { $questions } spørgsmål.
cli-edition-replaces = Kladden { $key } erstattes: { $added ->
    [one] 1 nyt spørgsmål
   *[other] { $added } nye spørgsmål
 }, { $removed } udgår.
cli-edition-published = Udgave { $key } er offentliggjort. Kontrolsum: { $hash }
cli-crosswalk-read = Oversættelsesnøgle { $from } til { $to }: { $links ->
    [one] 1 kobling
   *[other] { $links } koblinger
 }, heraf { $compared } der sammenlignes.
cli-round-created = Runde { $key } er oprettet som kladde.
cli-round-historic = Historisk runde { $key } er oprettet og lukket. Importér dens svar med: pejl answers import --round { $key } FIL
cli-round-opened = Runde { $key } er åben, og mailene er sat i kø.
cli-round-scheduled = Runde { $key } åbner automatisk på sin dato.
cli-round-unscheduled = Runde { $key } er en kladde igen og åbner ikke automatisk.
cli-round-deleted = Kladden til runde { $key } er slettet.
cli-round-closed = Runde { $key } er lukket.
cli-release-published = Tallene for runde { $key } er offentliggjort: nummer { $number }, kontrolsum { $checksum }
cli-release-fine = Runde { $key }, offentliggørelse { $number }: som offentliggjort ({ $checksum })
cli-release-changed-since = Runde { $key }, offentliggørelse { $number }: svarene i runde { $rounds } er ændret siden. Tallene står ved magt; en rettelse tager ændringen med.
cli-release-damaged = Runde { $key }, offentliggørelse { $number }: det gemte er ikke det, der blev offentliggjort. Genindlæs fra en sikkerhedskopi.
cli-release-edition = Runde { $key }, offentliggørelse { $number }: udgave { $edition } er ikke længere den, tallene bygger på. Genindlæs fra en sikkerhedskopi.
cli-release-figures = Runde { $key }, offentliggørelse { $number }: tallene følger ikke af det, de bygger på. Offentliggjort: { $published } Beregnet nu: { $now }
cli-release-none = Ingen runde er offentliggjort
cli-release-broken = { $count ->
    [one] 1 offentliggørelse er ikke i orden
   *[other] { $count } offentliggørelser er ikke i orden
 }
cli-round-counted = Runde { $key } er talt op på ny.
cli-directory-read = Stillinger: { $new ->
    [one] 1 ny
   *[other] { $new } nye
 }, { $changed ->
    [one] 1 ændret
   *[other] { $changed } ændrede
 }, { $unchanged ->
    [one] 1 uændret
   *[other] { $unchanged } uændrede
 }.
cli-directory-missing = { $count ->
    [one] 1 stilling mangler i filen og er ikke ændret.
   *[other] { $count } stillinger mangler i filen og er ikke ændret.
 } Nedlæg dem med --retire-missing, hvis de ikke findes mere.
cli-directory-missing-retired = { $count ->
    [one] 1 stilling mangler i filen og nedlægges. Det, den har svaret, bliver stående.
   *[other] { $count } stillinger mangler i filen og nedlægges. Det, de har svaret, bliver stående.
 }
cli-directory-relinked = { $count ->
    [one] 1 stilling i en åben runde har fået en ny adresse: et nyt link er på vej dertil, og det gamle virker ikke mere.
   *[other] { $count } stillinger i åbne runder har fået nye adresser: nye links er på vej dertil, og de gamle virker ikke mere.
 }
cli-post-likely-renamed = { $from } forsvandt, og { $to } er ny: Er det samme stilling? Så giv --renamed "{ $code };{ $from };{ $to }", og den beholder sine svar.
cli-post-named-again = Genoprettet, fordi filen nævner den: { $code } { $post }
cli-post-restored = { $post } er genoprettet og bliver spurgt igen.
cli-post-retired = { $post } er nedlagt og bliver ikke spurgt mere. Det, den har svaret, bliver stående.
cli-post-new = Linje { $line }: ny: { $code } { $post }
cli-post-changed = Linje { $line }: ændret: { $code } { $post } ({ $fields })
cli-post-missing = Mangler i filen: { $code } { $post }
cli-baseline-pinned = Runde { $round } holdes nu op mod runde { $baseline }, hvor det er valgt.
cli-baseline-unpinned = Runde { $round } holdes igen op mod den tidligste runde, der spurgte.
cli-answers-read = { $answers } svar fra { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
 } i { $municipalities ->
    [one] 1 kommune
   *[other] { $municipalities } kommuner
 }.
cli-answers-withdrawn = Svarene i runde { $round } er taget ud igen: { $taken } Andre kan nu importeres.
# Adgangskoder og log på
refusal-password-too-long = Adgangskoden må højst være på 200 tegn.
refusal-passwords-differ = De to adgangskoder er ikke ens. Skriv den samme begge steder.
refusal-staff-disabled = Brugeren er deaktiveret. Aktivér den igen under Brugere, eller opret den igen med pejl staff add.
sign-in = Log på
sign-in-lead = For administratorer, konsulenter og koordinatorer. Skal du svare i en runde, så brug linket i din mail. Det kræver ingen adgangskode.
sign-in-email = Mailadresse
sign-in-password = Adgangskode
sign-in-forgotten = Har du ingen adgangskode, eller har du glemt den?
sign-in-error = Fejl
sign-in-error-title = Fejl: { $title }
sign-in-failed = Du er ikke logget på
staff-password = Vælg en adgangskode
staff-password-lead = Adgangskoden hører til { $email }. Når du har gemt den, er du logget på, og linket kan ikke bruges igen.
staff-password-new = Ny adgangskode
staff-password-hint = { $minimum } til { $maximum } tegn. En sætning er god: let at huske og svær at gætte.
staff-password-repeated = Gentag adgangskoden
staff-password-save = Gem adgangskode
staff-password-failed = Adgangskoden er ikke gemt

# Den første administrator
first-title = Opret den første administrator
first-lead = Tjenesten har ingen brugere endnu. Her opretter du den første. Bagefter kan linket ikke bruges igen, og du kan invitere de andre.
first-email-hint = Din arbejdsmail, som du også logger på med.
first-save = Opret og log på
first-failed = Administratoren er ikke oprettet
first-notice = Tjenesten har ingen brugere endnu. Brug det link, som tjenesten skrev, da den blev startet.
first-printed = Tjenesten har ingen brugere endnu. Opret den første administrator her:

# Brugere (administration)
accounts-title = Brugere
accounts-lead = Alle, der kan logge på. Ledere, der svarer med linket i en mail, skal ikke oprettes her.
accounts-invite = Invitér en bruger
accounts-invitation = Invitér en bruger
accounts-invitation-lead = Brugeren får en mail med et link og vælger selv sin adgangskode.
accounts-send-invitation = Send invitation
accounts-email = Mailadresse
accounts-email-hint = Arbejdsmailen. Den bruges også til at logge på med.
accounts-role = Rolle
accounts-role-admin-hint = Kan det hele: katalog, runder, brugere og alle kommuner.
accounts-role-consultant-hint = Ser resultater og svarstatus for de valgte kommuner, eller for alle.
accounts-role-coordinator-hint = Følger sin egen kommune og retter dens stillinger.
accounts-municipalities = Kommuner
accounts-municipalities-hint = En koordinator skal have præcis én kommune. En konsulent uden valgte kommuner ser dem alle. En administrator skal ikke have nogen.
accounts-all-municipalities = Alle
accounts-municipality-count = { $count ->
    [one] 1 kommune
   *[other] { $count } kommuner
}
accounts-standing = Status
accounts-invited = Inviteret
accounts-active = Aktiv
accounts-disabled = Deaktiveret
accounts-seen = Senest aktiv
accounts-never-seen = Aldrig
accounts-sessions = Steder, hvor brugeren er logget på
accounts-made = Oprettet
accounts-own = Det er din egen bruger. Adgangskode, mailsprog og steder, hvor du er logget på, retter du på
accounts-changes = Ret brugeren
accounts-rights = Ret rolle og kommuner
accounts-rights-lead = Ændringen gælder straks for { $account }, også hvis brugeren er logget på.
accounts-rights-means = Rollen og kommunerne bestemmer, hvad brugeren kan se og gøre.
accounts-send-link = Send et nyt link
accounts-link-means = Send et nyt link, hvis andre måske kender adgangskoden. Adgangskoden holder op med at virke straks, og brugeren bliver logget af alle steder.
accounts-link-again = Brugeren har ikke valgt en adgangskode endnu. Et nyt link afløser det gamle.
accounts-sign-out = Log brugeren af alle steder
accounts-sign-out-means = Brugeren kan logge på igen med sin adgangskode.
accounts-disable = Deaktivér brugeren
accounts-disabling = Deaktivér { $account }?
accounts-disabling-means = En deaktiveret bruger bliver logget af straks og kan ikke logge på. Det, brugeren har gjort, bliver stående.
accounts-enable = Aktivér brugeren igen
accounts-enabling-means = Brugeren får en mail med et link og vælger en ny adgangskode. Rolle og kommuner er som før.
accounts-factor = Totrinsbekræftelse
accounts-factor-on = Ja
accounts-factor-off = Nej
accounts-factor-since = Siden { $instant }
accounts-factor-reset = Nulstil totrinsbekræftelse
accounts-factor-reset-means = Nulstil kun totrinsbekræftelsen, hvis du er sikker på, at det er brugeren selv, der har mistet både telefon og nødkoder. Brugeren bliver logget af alle steder og logger derefter på med adgangskoden alene.
accounts-done-factor = Totrinsbekræftelsen er nulstillet, og brugeren er logget af alle steder.
accounts-save = Gem
accounts-back = Annullér
accounts-mistakes = Brugeren er ikke gemt
accounts-mistake-role = Vælg en rolle.
accounts-done-invited = Invitationen bliver sendt til { $email }.
accounts-done-rights = Rolle og kommuner er gemt.
accounts-done-link = Et nyt link bliver sendt til { $email }.
accounts-done-sessions = Brugeren er logget af alle steder.
accounts-done-disabled = Brugeren er deaktiveret.
accounts-done-enabled = Brugeren er aktiveret igen. Et link bliver sendt til { $email }.
refusal-own-account = Du kan ikke deaktivere, nedgradere eller nulstille din egen bruger. Bed en anden administrator om det.
refusal-last-administrator = Der skal være mindst én administrator, som kan logge på.

# Min konto og glemt adgangskode
account-title = Min konto
account-password = Skift adgangskode
account-password-lead = Når du skifter adgangskode, bliver du logget af alle andre steder end her.
account-current-password = Nuværende adgangskode
account-change-password = Skift adgangskode
account-password-failed = Adgangskoden er ikke skiftet
account-wrong-password = Den nuværende adgangskode er forkert.
account-sessions = Her er du logget på
account-sessions-lead = Er der et sted, du ikke kender, så log af alle andre steder, og skift adgangskode.
account-session = Browser
account-session-here = Denne browser
account-session-other = En anden browser
account-session-begun = Logget på
account-session-seen = Senest aktiv
account-sign-out = Log af alle andre steder
account-letters = Mails til dig
account-language = Sprog i mails
account-save-language = Gem sprog
account-done-password = Adgangskoden er skiftet, og du er logget af alle andre steder.
account-done-sessions = Du er logget af alle andre steder.
account-done-language = Sproget er gemt.
# API'et
api-problem-token = Der mangler en API-nøgle, som virker
api-problem-token-cure = Send nøglen i Authorization som Bearer, eller som adgangskode med et vilkårligt brugernavn. Du laver en nøgle på siden Min konto.
api-problem-comments = Nøglen må ikke hente begrundelser og kommentarer
api-problem-comments-cure = Lav en nøgle, hvor det er valgt, at den må.
api-problem-not-found = Det findes ikke
api-problem-not-found-cure = Adressen er forkert, eller nøglen må ikke hente det. En runde har først tal, når den er åbnet.
api-problem-method = Her kan kun hentes
api-problem-method-cure = Brug GET. API'et ændrer ingenting.
api-problem-too-many = For mange forespørgsler
api-problem-too-many-cure = Vent så mange sekunder, som Retry-After siger, og prøv igen.
api-problem-busy = Tjenesten kan ikke svare lige nu
api-problem-busy-cure = Vent et øjeblik, og prøv igen.
api-problem-internal-cure = Fejlen er registreret. Prøv igen om lidt.
api-problem-request-cure = Kontrollér adressen og det, der blev sendt.
api-problem-parameter = En parameter er forkert
api-fault-unknown = Her er ingen parameter, der hedder "{ $name }".
api-fault-twice = Parameteren "{ $name }" må kun stå én gang.
api-fault-number = Parameteren "{ $name }" skal være et helt tal fra 1 til { $most }.
api-fault-cursor = Parameteren "{ $name }" kommer ikke fra denne liste. Begynd forfra uden den.
api-fault-value = Parameteren "{ $name }" har en værdi, der ikke findes her, eller som nøglen ikke må hente.

# Vejledning til API'et
api-title = Hent tal til Excel og Power BI
administration-api = API'et: hvordan regneark og programmer henter tal, og hvilke adresser der er.
tokens-guide = Sådan henter du tal til Excel, Power BI og programmer
api-lead = Tallene på siderne kan hentes som JSON gennem et API, så et regneark, en rapport eller et program altid har de nyeste. API'et kan kun læses.
api-token = Få en API-nøgle
api-token-make = Alle med en bruger kan lave en API-nøgle. Nøglen henter de kommuner, du selv kan se, og du vælger, hvor længe den virker.
api-token-send = Nøglen sendes i Authorization, aldrig i adressen: enten som Bearer, eller som adgangskode med et vilkårligt brugernavn.
api-excel = Excel
api-excel-from-web = Vælg Data, Hent data, Fra andre kilder, Fra internettet.
api-excel-address = Indsæt en af adresserne nedenfor, for eksempel en rundes scorer, med ?limit=1000 til sidst.
api-excel-sign-in = Vælg Grundlæggende, skriv et vilkårligt brugernavn, og indsæt API-nøglen som adgangskode.
api-excel-table = Klik på List ud for data, vælg Til tabel, og fold kolonnen ud.
api-excel-all = En side har højst 1.000 rækker. Denne forespørgsel henter alle sider; indsæt den i Avanceret editor.
api-power-bi = Power BI
api-power-bi-steps = Vælg Hent data og Internet, og gør som i Excel. Den samme forespørgsel kan bruges, også når rapporten skal opdateres automatisk i Power BI-tjenesten. Nøglen gemmes som Grundlæggende legitimationsoplysninger for datakilden.
api-reading = Sådan læses svarene
api-reading-pages = Et svar er en side: data er rækkerne, og next sendes med som after for at få den næste side. På den sidste side er next tom. Headeren Link har hele adressen.
api-reading-numbers = Tallene er dem, siderne og CSV-filerne viser, med fire decimaler. Andele går fra 0 til 1 og scorer fra 0 til 100.
api-reading-missing = Hvor der ikke er et tal, står der null, og reason siger hvorfor. suppressed betyder, at tallet er skjult, fordi det kunne afsløre en enkelt kommune.
api-reading-tags = Hvert svar har en ETag. Sendes den med i If-None-Match, svarer API'et 304, så længe intet er ændret.
api-reading-limits = En nøgle kan spørge 300 gange i minuttet. Svarer API'et 429, så vent så mange sekunder, som Retry-After siger.
api-document = Hele beskrivelsen som OpenAPI 3.1, på engelsk:
api-addresses = Adresser
api-parameters = Parametre: { $list }
api-parameter = Parameter
api-meaning = Betydning
api-values = Værdier
api-in-path = En del af adressen
api-fields = Felter i hver række
api-fields-of = Felter i hver række: { $list }
api-field = Felt
api-kind = Indhold
api-or-null = , eller null
api-kind-text = Tekst
api-kind-number = Tal
api-kind-yes-no = true eller false
api-kind-day = Dato
api-kind-instant = Tidspunkt (UTC)
api-kind-list = Liste
api-rounds = Runder
api-rounds-about = Alle runder, den nyeste først. Rundens nøgle (key) står i adresserne på dens tal.
api-municipalities = Kommuner
api-municipalities-about = De kommuner, nøglen kan hente, med region og kommunegruppe.
api-editions = Udgaver
api-editions-about = Udgaver af forebyggelsespakkerne med pakker, anbefalinger, områder og svarskalaer.
api-questions = Spørgsmål
api-questions-about = En udgaves spørgsmål, med hvad de måler, og hvilke områder de stilles til.
api-scores = Scorer
api-scores-about = En rundes scorer for hver kommune, og for hele landet, regionerne og kommunegrupperne, hvor de må vises.
api-changes = Ændringer
api-changes-about = Ændringen fra baseline til runden, over de samme spørgsmål besvaret begge gange, for hver kommune og for hele landet.
api-distributions = Fordelinger
api-distributions-about = Hvordan svarene på hvert spørgsmål fordeler sig på svarmulighederne i hele landet. Hver kommune tæller én gang.
api-status = Hvem har svaret
api-status-about = Hvor mange i hver kommune der er spurgt, er begyndt og har indsendt.
api-comments = Begrundelser og kommentarer
api-comments-about = Det, lederne har skrevet ved svar, der er indsendt. Kun for en nøgle, hvor det er valgt, at den må.
api-parameter-key = Rundens nøgle
api-parameter-edition = Udgavens nøgle
api-parameter-of = Hvad tallene gælder: en kommune, hele landet, en region eller en kommunegruppe
api-parameter-municipality = Kun denne kommune, ved dens kode
api-parameter-measure = Kun dette mål
api-parameter-package = Kun denne pakke, ved dens nøgle; all er alle pakker under ét
api-parameter-area = Kun dette område, ved dets nøgle; all er alle områder under ét
api-parameter-question = Kun dette spørgsmål, ved dets nøgle
api-parameter-language = Sprog i titler: dansk, hvis intet er valgt
api-parameter-after = next fra siden før
api-parameter-limit = Rækker på en side, fra 1 til 1.000; 100, hvis intet er valgt
api-field-programme = Den årlige række, runden hører til
api-field-round-packages = De pakker, der spørges om
api-field-status = Hvor langt runden er
api-field-opens-on = Den første dag, der kan svares
api-field-opened-at = Hvornår runden åbnede
api-field-closed-at = Hvornår runden lukkede; derefter ændrer dens tal sig ikke
api-field-rule = Hvordan flere stillingers svar bliver til ét
api-field-min-coverage = Den mindste dækning, en score vises med, fra 0 til 1
api-field-is-test = Om det er en test, som ikke tæller med nogen steder
api-field-is-historic = Om runden er hentet ind fra ældre materiale
api-field-title = Udgavens titel
api-field-published-on = Dagen, udgaven blev udgivet
api-field-corrects = Den udgave, den retter
api-field-packages = Pakkerne med deres anbefalinger
api-field-areas = Områderne, i rækkefølge
api-field-scales = Svarskalaerne med svarmuligheder og point
api-field-text = Ordlyden; {"{"}area{"}"} står for områdets navn
api-field-recommendation = Anbefalingens nøgle
api-field-scale = Svarskalaens nøgle
api-field-question-areas = De områder, spørgsmålet stilles til
api-field-regions = De regioner, kommunen har hørt til, med første og sidste dag
api-field-code = Kommunens kode, DK for hele landet, regionens navn eller kommunegruppens nummer
api-field-name = Hvad det hedder
api-field-n = For en kommune felter med et svar, der har en score; ellers antallet af kommuner bag tallet
api-field-reason = Hvorfor der ikke er et tal
api-field-points = Svarets point

# API-nøgler
tokens-title = API-nøgler
tokens-own = Se dine API-nøgler
tokens-lead = Med en API-nøgle kan Excel, Power BI og andre programmer hente de tal, du selv kan se. De kan ikke ændre noget.
tokens-none = Du har ingen API-nøgler.
tokens-new = Ny API-nøgle
tokens-mistakes = API-nøglen er ikke lavet
tokens-name = Navn
tokens-name-hint = Skriv, hvad du skal bruge nøglen til, for eksempel Power BI til årsrapporten.
tokens-mistake-name = Skriv et navn på højst { $most } tegn.
tokens-lifetime = Hvor længe skal den virke?
tokens-choose = Vælg
tokens-days = { $days ->
    [one] 1 dag
   *[other] { $days } dage
}
tokens-mistake-lifetime = Vælg, hvor længe nøglen skal virke.
tokens-municipalities = Kommuner
tokens-municipalities-hint = Vælger du ingen, kan nøglen hente alle de kommuner, du selv kan se.
tokens-mistake-municipality = Vælg kun kommuner, du selv kan se.
tokens-narrow = Vælg kun nogle kommuner
tokens-comments = Må hente begrundelser og kommentarer
tokens-comments-hint = Det, lederne har skrevet, kan indeholde personoplysninger. Vælg det kun, hvis du har brug for det.
tokens-create = Lav API-nøgle
tokens-made-title = Din nye API-nøgle
tokens-made-lead = Nøglen "{ $name }" er lavet. Kopiér den nu: Den bliver ikke vist igen.
tokens-made-once = Pas på den som på en adgangskode. Den, der har nøglen, kan hente de samme tal som du. Er den kommet i andres hænder, så træk den tilbage, og lav en ny.
tokens-made-use = Nøglen holder op med at virke, når den udløber, når du eller en administrator trækker den tilbage, og når din bruger bliver deaktiveret.
tokens-to-list = Se dine API-nøgler
tokens-comments-short = Kommentarer
tokens-expires = Udløber
tokens-over = Udløbet
tokens-used = Senest brugt
tokens-never-used = Aldrig
tokens-all = Alle, brugeren kan se
tokens-withdrawal = Tilbagetrækning
tokens-withdraw = Træk tilbage
tokens-withdrawn = API-nøglen er trukket tilbage og virker ikke mere.
accounts-tokens-lead = Med en API-nøgle kan et program hente de tal, brugeren selv kan se. Træk en nøgle tilbage, hvis den er kommet i andres hænder.
refusal-too-many-api-tokens = Du har { $most } API-nøgler. Træk en tilbage, før du laver en ny.
audit-staff-create-api-token = API-nøgle lavet: { $name }
audit-staff-withdraw-api-token = API-nøgle trukket tilbage: { $name }
audit-field-reads-comments = Begrundelser og kommentarer
audit-field-expires = Udløber

# Log på med en ekstern udbyder (OpenID Connect)
sign-in-provider = Log på med { $provider }
sign-in-provider-lead = Log på med den bruger, du har i forvejen. Du skal ikke skrive en adgangskode her.
sign-in-or-password = Eller log på med mailadresse og adgangskode
provider-failed = Du blev ikke logget på
provider-not-let-in = Du har ikke adgang til tjenesten
provider-again = Tilbage til login
provider-contact = Hjælper det ikke, så skriv til
provider-fault-not-begun = Dit login er allerede brugt, udløbet eller begyndt i en anden browser. Begynd forfra.
provider-fault-denied = Du blev ikke logget på hos loginudbyderen, eller du afbrød. Prøv igen, hvis det var en fejl.
provider-fault-away = Loginudbyderen svarer ikke lige nu. Vent nogle minutter, og prøv igen.
provider-fault-unusable = Svaret fra loginudbyderen kan ikke bruges. Det er en fejl i opsætningen, som du ikke selv kan rette.
provider-fault-clocks = Uret hos loginudbyderen og uret her viser ikke det samme. Det er en fejl i opsætningen, som du ikke selv kan rette.
provider-fault-no-role = Du er logget på hos loginudbyderen, men din bruger dér har ingen rolle i tjenesten.
provider-fault-no-municipality = Du er logget på hos loginudbyderen, men din bruger dér er ikke knyttet til den kommune, som din rolle kræver.
provider-fault-no-account = Du er logget på hos loginudbyderen, men du er ikke oprettet som bruger i tjenesten.
provider-fault-no-address = Du er logget på hos loginudbyderen, men din bruger dér har ingen mailadresse, som vi kan bruge.
provider-fault-not-verified = Du er logget på hos loginudbyderen, men den har ikke bekræftet, at mailadressen er din.
provider-fault-taken = Der er allerede en bruger i tjenesten med din mailadresse, og den er knyttet til en anden bruger hos loginudbyderen.
provider-fault-disabled = Din bruger er deaktiveret.
provider-ask-directory = Bed dem, der styrer brugere og rettigheder hos { $provider }, om at rette det. Log derefter på igen.
provider-ask-administrator = Bed en administrator af tjenesten i din organisation om adgang.
provider-ask-operator = Bed dem, der driver tjenesten, om at se på forbindelsen til { $provider }. Oplys, hvornår det skete.
provider-signed-out = Du er logget af
provider-signed-out-still = Du er stadig logget på hos { $provider }. Deler du computeren med andre, så log også af der.
provider-sign-out = Log af hos { $provider }
refusal-passwords-off = Her kan ingen logge på med adgangskode.
audit-staff-provider-sign-in = Logget på via loginudbyder: { $name }
audit-staff-provider-sign-out = Logget af efter besked fra loginudbyderen: { $name }
audit-staff-unbind = Tilknytning til loginudbyder fjernet: { $name }
audit-field-identity = Ekstern bruger
audit-field-code-asked = Kode afventes
audit-field-password-ended = Adgangskoden er ophævet
audit-identity-bound = Knyttet til brugeren her
audit-identity-made = Bruger oprettet
accounts-identity = Bruger hos loginudbyder
accounts-done-added = Brugeren er oprettet. Der sendes ingen mail: Brugeren logger på hos loginudbyderen med denne mailadresse.
accounts-done-reopened = Brugeren er aktiveret igen. Der sendes ingen mail: Brugeren logger på hos loginudbyderen med denne mailadresse.
accounts-rights-decided = Rolle og kommuner kommer fra { $provider } og hentes på ny, hver gang brugeren logger på. Det, du retter her, gælder kun indtil da.
accounts-unbind = Fjern tilknytning til loginudbyder
accounts-unbinding-means = Fjern tilknytningen, hvis den samme person har fået en ny bruger hos loginudbyderen. Brugeren bliver logget af alle steder. Den næste, der logger på med mailadressen, bliver knyttet til brugeren.
accounts-done-unbound = Brugerens tilknytning til loginudbyderen er fjernet.
doctor-provider = Loginudbyderen svarer: { $issuer }
doctor-provider-wrong = Loginudbyderen kan ikke bruges, { $issuer }: { $cause }
doctor-provider-addresses = Adresser, der skal registreres hos loginudbyderen: { $callback } (når man er logget på), { $afterwards } (når man er logget af), { $channel } (besked om, at man er logget af)

forgotten-title = Glemt adgangskode
forgotten-lead = Skriv den mailadresse, du logger på med. Så sender vi et link, hvor du vælger en ny adgangskode.
forgotten-send = Send link
forgotten-back = Tilbage til login
forgotten-failed = Der er ikke sendt noget link
forgotten-sent = Se i din indbakke
forgotten-sent-lead = Hvis mailadressen hører til en bruger, er der nu sendt en mail med et link til en ny adgangskode. Din nuværende adgangskode virker, til du har valgt en ny.
forgotten-sent-cure = Kommer der ingen mail, så se i mappen med uønsket post, og kontrollér, at adressen er den, du plejer at logge på med. Hjælper det ikke, så spørg jeres administrator.
# home: det, der venter
home-title = Overblik
home-lead = Her ser du, hvad der har brug for dig.
home-nothing = Der er ikke noget, der venter på dig.
home-letters = Mails, der ikke er kommet frem
home-soon = Runder den kommende uge
home-opens = Runde { $key } åbner automatisk den { $day }
home-opens-by-hand = Runde { $key } skal åbnes den { $day }, men er stadig en kladde
home-late = Runde { $key } skulle være åbnet den { $day }
home-closes = Runde { $key } lukker den { $day }
home-drafts = Kladder, der skal ses igennem
home-draft-round = Runde { $key }
home-draft-edition = Udgave { $key }
home-addresses = Stillinger uden mailadresse
home-accounts = Brugere, der ikke har valgt adgangskode endnu
home-answering = Mangler at svare
home-unanswered = { $count ->
    [one] 1 stilling ud af { $all } har ikke indsendt
   *[other] { $count } stillinger ud af { $all } har ikke indsendt
}
home-days-left = { $days ->
    [0] I dag er sidste dag
    [one] 1 dag tilbage, sidste dag er { $day }
   *[other] { $days } dage tilbage, sidste dag er { $day }
}
home-deadline-over = Sidste dag var { $day }
home-proposals = Foreslåede nye ledere
home-proposal = { $post }, { $municipality }: { $name }
home-contacts = Kontakter, der skal rettes
home-unreached = { $count ->
    [one] { $municipality }: 1 stilling i runde { $key } har ikke fået sin mail
   *[other] { $municipality }: { $count } stillinger i runde { $key } har ikke fået deres mail
}
home-unaddressed = { $count ->
    [one] { $municipality }: 1 stilling i runde { $key } har ingen mailadresse
   *[other] { $municipality }: { $count } stillinger i runde { $key } har ingen mailadresse
}
home-without-address = { $count ->
    [one] { $municipality }: 1 stilling på listen har ingen mailadresse
   *[other] { $municipality }: { $count } stillinger på listen har ingen mailadresse
}
home-more = { $count ->
    [one] og 1 til
   *[other] og { $count } til
}
home-response = Svar i åbne runder
home-answered = { $done } af { $all } har indsendt ({ $share } %)
home-answered-before = Runde { $key } på samme dag: { $share } %
home-missing = Kommuner, der mangler flest svar
home-missing-in = { $count ->
    [one] { $municipality }: 1 stilling mangler i runde { $key }
   *[other] { $municipality }: { $count } stillinger mangler i runde { $key }
}
home-news = Nyt siden dit sidste besøg den { $day }
home-no-news = Der er ikke sket noget nyt i runderne siden dit sidste besøg den { $day }.
home-news-opened = Runde { $key } er åbnet
home-news-closed = Runde { $key } er lukket
home-news-handed-in = { $count ->
    [one] 1 stilling har indsendt i runde { $key }
   *[other] { $count } stillinger har indsendt i runde { $key }
}
home-news-comments = { $count ->
    [one] 1 ny begrundelse eller bemærkning i runde { $key }
   *[other] { $count } nye begrundelser og bemærkninger i runde { $key }
}
home-news-advice = { $count ->
    [one] 1 nyt råd til { $municipality }
   *[other] { $count } nye råd til { $municipality }
}
home-waiting-examples = { $count ->
    [one] 1 eksempel venter
   *[other] { $count } eksempler venter
}
home-declined-example = Eksemplet { $title } blev afvist: læs hvorfor
home-result = Resultatet af runde { $key }
home-result-of = Resultatet af runde { $key } for { $municipality }

# audit: hvem har gjort hvad
audit-title = Hændelseslog
audit-lead = Hvem der har gjort hvad og hvornår. Loggen rummer aldrig svar, adgangskoder, links eller modtageres navne og adresser.
audit-entries = Hændelser, den nyeste først
audit-none = Der er ingen hændelser, der passer til det valgte.
audit-when = Tidspunkt
audit-what = Hændelse
audit-who = Udført af
audit-kind = Hvad det drejer sig om
audit-object = Nøgle, mailadresse eller id
audit-id = Id
audit-email = Brugerens mailadresse
audit-from = Fra og med dag
audit-to = Til og med dag
audit-show = Vis
audit-all-actors = Alle
audit-all-deeds = Alle hændelser
audit-all-kinds = Alt
audit-actors-staff = Brugere
audit-actors-link = Personlige links
audit-actor-staff = Bruger, der ikke findes mere ({ $id })
audit-actor-link = Personligt link: { $post }
audit-actor-clock = Tjenesten selv
audit-actor-command-line = Kommandolinjen
audit-mistakes = Søgningen kan ikke udføres
audit-mistake-day = Skriv dagen som 2026-09-01.
audit-mistake-email = Der er ingen bruger med den mailadresse.
audit-older = Ældre hændelser
audit-newest = De nyeste hændelser
audit-file = Hent som CSV
audit-file-most = Filen rummer det, du har valgt, dog højst de { $most } nyeste hændelser.
audit-all-of-object = Alle hændelser om det samme
audit-trail = Hvad der er gjort
audit-trail-open = Vis de seneste hændelser
audit-values = Ændringer
audit-field = Felt
audit-before = Før
audit-after = Efter
audit-yes = Ja
audit-no = Nej
audit-kind-round = Runde
audit-kind-answers = Importerede svar
audit-kind-holder = Personer i stillinger
audit-kind-edition = Udgave
audit-kind-crosswalk = Oversættelsesnøgle
audit-kind-post = Stilling
audit-kind-invitation = Stilling i en runde
audit-kind-section = Afsnit
audit-kind-letter = Mail
audit-kind-letter-text = Mailtekst
audit-kind-site = Tjenestens udseende
audit-kind-logo = Logo
audit-kind-site-text = Tekst om tjenesten
audit-site-update = Tjenestens navn, afsender, kontakt eller farve ændret { $name }
audit-logo-set = Logo valgt { $name }
audit-logo-remove = Logo fjernet { $name }
audit-site-text-write = Tekst gemt: { $name }
audit-field-contact = Ny kontakt
audit-field-sender = Ny afsender
audit-field-width = Bredde i pixels
audit-field-height = Højde i pixels
audit-kind-saved-view = Gemt visning
audit-kind-staff = Bruger
audit-kind-programme = Program
audit-example-share = Eksempel på god praksis delt: { $name }
audit-example-show = Eksempel på god praksis vist: { $name }
audit-example-decline = Eksempel på god praksis afvist: { $name }
audit-example-withdraw = Eksempel på god praksis trukket tilbage: { $name }
audit-kind-example = Eksempel på god praksis
audit-advice-write = Råd givet til en kommune: { $name }
audit-advice-edit = Råd til en kommune rettet: { $name }
audit-advice-withdraw = Råd til en kommune trukket tilbage: { $name }
audit-kind-advice = Råd
audit-saved-view-create = Visning gemt: { $name }
audit-saved-view-update = Gemt visning rettet: { $name }
audit-saved-view-delete = Gemt visning slettet: { $name }
audit-programme-create = Program { $name } oprettet
audit-programme-update = Program { $name } ændret
audit-round-draft = Runde { $name } oprettet af sit program
audit-round-create = Runde { $name } oprettet
audit-round-update = Runde { $name } ændret
audit-round-delete = Runde { $name } slettet
audit-round-schedule = Runde { $name } sat til at åbne automatisk
audit-round-unschedule = Runde { $name } skal ikke længere åbne automatisk
audit-round-open = Runde { $name } åbnet
audit-round-close = Runde { $name } lukket
audit-round-announce = Varsel sat i kø for runde { $name }
audit-round-remind = Påmindelser sat i kø i runde { $name }
audit-round-extend-many = Frist forlænget for flere i runde { $name }
audit-round-try = Prøverunde { $name } oprettet
audit-round-count = Svar i runde { $name } talt op
audit-round-publish = Tal for runde { $name } offentliggjort
audit-round-sign = Kommunens svar i runde { $name } underskrevet
audit-round-unsign = Underskrift i runde { $name } trukket tilbage
audit-round-pin = Baseline for runde { $name } valgt
audit-round-issue-links = Personlige links udstedt i runde { $name }
audit-round-withdraw = Importerede svar i runde { $name } trukket tilbage
audit-round-generate = Svar i runde { $name } genereret
audit-round-empty = Navne og adresser i runde { $name } slettet
audit-answers-import = Svar importeret i runde { $name }
audit-holder-empty = Navne og adresser på stillingslisten slettet { $name }
audit-edition-take-in = Udgaverne, som følger med tjenesten, taget i brug: { $name }
audit-edition-import = Udgave { $name } importeret
audit-edition-create = Udgave { $name } begyndt som kladde
audit-edition-edit = Kladde til udgave { $name } ændret
audit-edition-undo = Ændring fortrudt i udgave { $name }
audit-edition-redo = Ændring gentaget i udgave { $name }
audit-edition-revert = Udgave { $name } sat tilbage til en tidligere version
audit-edition-delete = Kladde til udgave { $name } slettet
audit-edition-publish = Udgave { $name } offentliggjort
audit-crosswalk-import = Oversættelsesnøgle { $name } importeret
audit-kind-directory = Liste over stillinger
audit-crosswalk-link = Spørgsmål koblet i oversættelsesnøglen { $name }
audit-crosswalk-unlink = Kobling fjernet i oversættelsesnøglen { $name }
audit-directory-upload = Fil med stillinger indlæst til kontrol: { $name }
audit-post-add = Stilling oprettet: { $name }
audit-post-edit = Stilling ændret: { $name }
audit-post-merge = Stilling lagt sammen med en anden: { $name }
audit-post-plan-holder = Ny person planlagt i stilling: { $name }
audit-post-change-holder = Ny person i stilling: { $name }
audit-post-confirm-holder = Foreslået ny leder bekræftet: { $name }
audit-post-decline-holder = Foreslået ny leder afvist: { $name }
audit-post-withdraw-holder = Planlagt person trukket tilbage: { $name }
audit-post-import = Stillingsliste indlæst { $name }
audit-post-correct = Kontaktoplysninger rettet for stilling { $name }
audit-post-retire = Stilling nedlagt: { $name }
audit-post-restore = Stilling genoprettet: { $name }
audit-invitation-start = Besvarelse begyndt: { $name }
audit-invitation-hand-in = Besvarelse indsendt: { $name }
audit-invitation-extend = Frist forlænget: { $name }
audit-invitation-open-task = Opgave åbnet fra et andet af modtagerens links: { $name }
audit-invitation-hand-over = Et eller flere afsnit overdraget til kollega: { $name }
audit-invitation-successor = Besvarelse givet videre til efterfølger: { $name }
audit-invitation-new-holder = Ny person i stillingen inviteret: { $name }
audit-section-save = Svar gemt: { $name }
audit-section-hand-in = Afsnit indsendt: { $name }
audit-section-take-back = Afsnit taget tilbage: { $name }
audit-section-hand-over = Afsnit overdraget til kollega: { $name }
audit-section-finish = Afsnit meldt færdigt af kollega: { $name }
audit-section-take-home = Afsnit overtaget igen fra kollega: { $name }
audit-letter-repeat = Mail sendt igen: { $name }
audit-letter-retry = Mails sat i kø igen { $name }
audit-letter-settle = Mail markeret som leveret: { $name }
audit-letter-text-edit = Mailtekst gemt: { $name }
audit-letter-text-sample = Prøvemail sendt: { $name }
audit-letter-empty = Adresser i mails til brugere slettet { $name }
audit-letter-bounce = Mail kommet retur: { $name }
audit-staff-found = Første administrator oprettet: { $name }
audit-staff-add = Bruger oprettet: { $name }
audit-actor-visitor = En, der ikke er logget på
audit-staff-invite = Bruger inviteret: { $name }
audit-staff-rights = Brugers rolle eller kommuner ændret: { $name }
audit-staff-enable = Bruger aktiveret igen: { $name }
audit-staff-end-sessions = Bruger logget af på andre enheder: { $name }
audit-staff-change-password = Adgangskode skiftet: { $name }
audit-staff-language = Sprog for mails valgt: { $name }
audit-staff-ask-reset = Ny adgangskode bestilt: { $name }
audit-field-sessions = Afsluttede logins
audit-field-language = Sprog
audit-staff-begin-second-factor = Totrinsbekræftelse begyndt: { $name }
audit-staff-set-up-second-factor = Totrinsbekræftelse slået til: { $name }
audit-staff-remove-second-factor = Totrinsbekræftelse slået fra: { $name }
audit-staff-renew-recovery-codes = Nye nødkoder lavet: { $name }
audit-staff-reset-second-factor = Totrinsbekræftelse nulstillet: { $name }
audit-staff-disable = Bruger deaktiveret: { $name }
audit-staff-reset = Nyt link til adgangskode udstedt: { $name }
audit-staff-set-password = Adgangskode valgt: { $name }
audit-staff-sign-in = Logget på: { $name }
audit-staff-sign-out = Logget af: { $name }
audit-field-open-weeks = Åben i antal uger
audit-field-draft-days = Oprettes antal dage før åbning
audit-field-opens-itself = Åbner automatisk
audit-field-letter-plan = Plan for mails
audit-field-announcement = varsel, dage før
audit-field-reminders = påmindelser, dage efter åbning
audit-field-last-reminder = sidste påmindelse, dage før fristen
audit-field-without-email = Stillinger uden mailadresse
audit-field-version = Version
audit-field-key = Nøgle
audit-field-opens = Første dag
audit-field-closes = Sidste dag
audit-field-test = Prøverunde
audit-field-historic = Importeret runde
audit-field-value = Valg
audit-field-role = Rolle
audit-field-municipalities = Kommuner
audit-field-hash = Dokumentets kontrolsum
audit-field-answers = Svar
audit-field-posts = Stillinger
audit-field-areas = Områder
audit-field-last-day = Sidste dag
audit-field-letters = Antal mails
audit-field-links = Antal links
audit-field-states = Mails, der var
audit-field-rows = Antal rækker
audit-field-holders = Antal personer
audit-field-new = Nye
audit-field-changed = Ændrede
audit-field-unchanged = Uændrede
audit-field-missing = Mangler i filen
audit-field-retired = Nedlagte
audit-field-restored = Genoprettede
audit-field-renamed = Omdøbte
audit-field-relinked = Nye links sendt

# Totrinsbekræftelse
account-factor = Indstil totrinsbekræftelse
account-factor-on = Totrinsbekræftelse er slået til: Du skriver en kode fra din app, når du logger på.
account-factor-off = Totrinsbekræftelse er ikke slået til. Med den kan ingen logge på som dig med adgangskoden alene.
code-title = Skriv din kode
code-lead = Adgangskoden er rigtig. Skriv nu koden fra appen på din telefon.
code-label = Kode
code-hint = Seks cifre fra appen, eller en af dine nødkoder.
code-lost = Har du ikke telefonen?
code-lost-cure = Brug en af de nødkoder, du fik, da du slog totrinsbekræftelse til. Har du hverken telefon eller nødkoder, så bed jeres administrator om at nulstille totrinsbekræftelsen.
factor-title = Totrinsbekræftelse
factor-lead = Når du logger på, skriver du din adgangskode og derefter en kode fra en app på din telefon.
factor-failed = Koden er ikke godtaget
factor-password-failed = Der er ikke ændret noget
factor-must = Din rolle kræver totrinsbekræftelse. Slå den til her, før du går videre.
factor-app = Du skal bruge en app, der laver engangskoder, for eksempel Microsoft Authenticator, Google Authenticator eller Aegis.
factor-begin = Slå totrinsbekræftelse til
factor-scan = 1. Tilføj kontoen i appen
factor-scan-lead = Vælg at tilføje en konto i appen, og scan billedet.
factor-picture = QR-kode til appen. Nøglen står som tekst nedenfor.
factor-typed = Kan du ikke scanne, så skriv denne nøgle i appen:
factor-confirm = 2. Bekræft med en kode
factor-confirm-lead = Skriv den kode, appen viser nu. Først derefter er totrinsbekræftelse slået til. Du bliver logget af alle andre steder.
factor-confirm-button = Bekræft
factor-anew-lead = Virker koden ikke, så kontrollér, at uret på telefonen går rigtigt, eller begynd forfra med en ny nøgle.
factor-anew = Lav en ny nøgle
factor-set = Totrinsbekræftelse har været slået til siden { $instant }.
factor-codes = Nødkoder
factor-codes-left = { $count ->
    [one] Du har 1 nødkode tilbage.
   *[other] Du har { $count } nødkoder tilbage.
}
factor-codes-lead = En nødkode bruges, når du ikke har telefonen, og hver kode virker én gang. Skriv en kode for at få ti nye. Så holder de gamle op med at virke.
factor-codes-renew = Lav nye nødkoder
factor-remove = Slå totrinsbekræftelse fra
factor-remove-lead = Har du fået ny telefon, så slå totrinsbekræftelse fra med en kode, og slå den derefter til igen.
factor-remove-must = Din rolle kræver totrinsbekræftelse, så du kan ikke andet, før den er slået til igen.
factor-to-account = Til Min konto
factor-paper = Gem dine nødkoder
factor-done = Totrinsbekræftelse er slået til.
factor-paper-lead = Med en nødkode kan du logge på, når du ikke har telefonen. Hver kode virker én gang.
factor-paper-once = Koderne vises kun denne ene gang. Skriv dem ud, eller gem dem i jeres adgangskodeprogram, ikke på telefonen.
factor-go-on = Fortsæt
refusal-wrong-code = Koden er forkert, for gammel eller brugt før. Vent på den næste kode i appen, og skriv den.
refusal-second-factor-set = Totrinsbekræftelse er allerede slået til.

# site: det, som myndigheden har valgt
site-title = Tjenestens udseende og tekster
site-lead = Her vælger I, hvad tjenesten hedder, hvem mails kommer fra, og hvordan siderne ser ud. En ændring slår igennem på alle sider inden for et minut.
site-field-name = Tjenestens navn
site-hint-name = Navnet står øverst på alle sider. Uden et navn hedder tjenesten Pejlemærke.
site-field-sender = Afsenderens navn
site-hint-sender = Det navn, som modtagerne ser som afsender af mails. Uden et navn bruges { $otherwise }.
site-field-contact = Kontakt
site-hint-contact = En mailadresse til spørgsmål om mails, tilgængelighed og personoplysninger. Uden en adresse bruges { $otherwise }.
site-field-accent = Farve på knapper og markeringer
site-hint-accent = Skriv farven som # og seks tegn, for eksempel #0b4f8a. Kontrasten til hvid skal være mindst { $least }:1. Uden en farve bruges den blå.
site-save = Gem
site-not-saved = Der er ikke gemt noget
site-fault-name = Skriv et navn på højst { $most } tegn uden usynlige tegn.
site-fault-contact = Skriv en mailadresse, for eksempel sundhed@example.org.
site-fault-colour = Skriv farven som # og seks tegn fra 0 til 9 og a til f, for eksempel #0b4f8a.
site-fault-contrast = Farven er for lys. Kontrasten til hvid er { $ratio }:1 og skal være mindst { $least }:1, for at alle kan læse teksten på knapperne. Vælg en mørkere farve.
site-logo = Logo
site-logo-now = Det nuværende logo
site-logo-none = Der er ikke valgt et logo.
site-logo-file = Vælg et logo
site-logo-hint = En PNG-fil på højst { $kilobytes } KB og { $width } × { $height } pixels. Logoet vises på hvid baggrund.
site-logo-send = Gem logo
site-logo-remove = Fjern logoet
site-logo-missing = Vælg en fil.
site-logo-too-big = Filen er for stor. Den må højst fylde { $kilobytes } KB.
site-logo-not-png = Filen er ikke en PNG, eller den er beskadiget.
site-logo-too-large = Billedet er { $width } × { $height } pixels. Det må højst være { $most_width } × { $most_height }.
site-texts = Tekster om tilgængelighed og personoplysninger
site-texts-lead = Nederst på alle sider er der links til teksterne. Skriver I ikke jeres egen tekst, vises den medfølgende.
site-text-accessibility-da = Tilgængelighedserklæring på dansk
site-text-accessibility-en = Tilgængelighedserklæring på engelsk
site-text-privacy-da = Behandling af personoplysninger på dansk
site-text-privacy-en = Behandling af personoplysninger på engelsk
site-text-lead = Teksten vises for alle, så snart den er gemt, og tidligere versioner kan stadig læses. Gemmer I en tom tekst, vises den medfølgende igen.
site-text-body = Tekst
site-text-hint = Skriv # foran en overskrift, - foran et punkt på en liste og **to stjerner** om det, der skal stå med fed skrift. En tom linje begynder et nyt tekstafsnit. Et link skrives som [tekst](https://example.org). HTML vises som almindelig tekst.
site-text-limit = Højst { $most } tegn
site-text-look = Se, hvordan den bliver
site-text-save = Gem og vis for alle
site-text-unsaved = Teksten er ikke gemt endnu.
site-text-earlier = Du ser versionen fra { $when }. Gem den for at vise den igen.
site-text-preview = Sådan bliver teksten
site-text-shown = Forhåndsvisning
site-text-html = Teksten indeholder HTML. Den vises som almindelig tekst.
site-text-too-long = Teksten er for lang. Den må højst være på { $most } tegn.
site-text-links = Links skal begynde med https://, http:// eller mailto:. Ret: { $links }
site-text-versions = Versioner med den nyeste først
site-text-version = Gemt
site-text-writer = Af
site-text-newest = Vises nu
site-text-version-empty = Tom: Den medfølgende tekst vises
site-text-built-in = I har ikke skrevet jeres egen tekst endnu, så den medfølgende vises.

# operation: det, som tjenesten kører på
operation-title = Drift
operation-lead = Her ser du, om alt er, som det skal være, hvad der slettes hvornår, og hvilke indstillinger tjenesten er startet med.
operation-check = Kontrol
operation-check-lead = Kontrollen ser efter, om databasen, svarene og mailserveren er i orden. Den ændrer ikke noget, men kan tage lidt tid.
operation-check-now = Kør kontrollen
operation-finding = Resultat
operation-verdict = Vurdering
operation-retention = Hvad der slettes hvornår
operation-what = Hvad
operation-since = Regnet fra
operation-goes = Slettes
operation-of-rounds = Navne, mailadresser, telefonnumre og personlige links i en runde
operation-from-closing = rundens lukning
operation-of-directory = Navne og kontaktoplysninger på stillingslisten
operation-from-asking = den seneste gang, personen blev indlæst eller spurgt i en runde
operation-of-accounts = Mailadresser i mails til brugere
operation-from-letter = den dag, mailen blev oprettet
operation-of-log = Hændelser i loggen
operation-from-entry = hændelsen
operation-of-files = Filer med stillinger, der er indlæst til kontrol, men ikke taget i brug
operation-from-file = indlæsningen
operation-of-attempts = Optælling af forsøg på at logge på
operation-from-attempt = forsøget
operation-of-answers = Svar, bemærkninger og resultater
operation-stays = Slettes ikke
operation-after-months = { $months ->
    [one] Efter 1 måned
   *[other] Efter { $months } måneder
}
operation-log-months = { $months ->
    [one] Efter 1 måned. I dag slettes hændelser fra før { $day }
   *[other] Efter { $months } måneder. I dag slettes hændelser fra før { $day }
}
operation-after-a-day = Efter 1 døgn
operation-never = Slettes ikke ({ $setting } er 0)
operation-rounds = Lukkede runder, hvor der stadig er navne
operation-rounds-none = Der er ingen lukkede runder, hvor der stadig er navne.
operation-round = Runde
operation-round-day = Navnene slettes
operation-settings = Indstillinger
operation-settings-lead = De kan kun ændres dér, hvor tjenesten startes. Adgangskoder og nøgler vises aldrig.
operation-setting = Indstilling
operation-value = Værdi
operation-set = Sat, vises ikke
operation-unset = Ikke sat

# Om tjenesten
about-accessibility-lead = Siden gælder tjenesten på { $address }. Alle skal kunne bruge den, også med tastatur, skærmlæser eller forstørret tekst.
about-accessibility-status = Status
about-accessibility-status-built = Tjenesten er bygget til at opfylde WCAG 2.1 på niveau AA, som den europæiske standard EN 301 549 kræver.
about-accessibility-status-checked = Der er endnu ikke lavet en samlet gennemgang, så vi kan ikke love, at alle krav er opfyldt. Finder du en fejl, vil vi gerne høre om den.
about-accessibility-charts = Diagrammer og farver
about-accessibility-charts-text = Farver står aldrig alene, men sammen med ord eller tal. Tallene bag et diagram skal også findes i en tabel. Mangler det et sted, er det en fejl.
about-accessibility-contact = Fortæl os om problemer
about-accessibility-contact-text = Er der noget, du ikke kan bruge, eller vil du have indholdet i et andet format, så kontakt os: { $contact }. Skriv gerne, hvilken side det drejer sig om.
about-accessibility-statement = Den officielle erklæring og klager
about-accessibility-statement-text = Myndigheden, der driver tjenesten, skal lave den officielle tilgængelighedserklæring i WAS-Tool på was.digst.dk og opdatere den mindst en gang om året. Denne side erstatter den ikke.
about-accessibility-supervision = Digitaliseringsstyrelsen fører tilsyn med, at loven om webtilgængelighed bliver overholdt. Får du ikke et svar, du kan bruge, kan du henvende dig til styrelsen.
about-privacy-lead = Tjenesten følger, hvor langt kommunerne er med forebyggelsespakkerne. Her står, hvilke oplysninger om dig den gemmer, og hvorfor.
about-privacy-responsible = Hvem er ansvarlig?
about-privacy-responsible-text = Den myndighed, der gennemfører undersøgelsen, er dataansvarlig: normalt kommunen. Den, der driver tjenesten for myndigheden, er databehandler. Kontakt: { $contact }.
about-privacy-purpose = Formål
about-privacy-purpose-text = At spørge ledere, hvor langt deres område er med anbefalingerne, at minde om fristen og at vise udviklingen fra den første runde til i dag. Oplysningerne bruges ikke til at vurdere den enkelte medarbejder.
about-privacy-basis = Retsgrundlag
about-privacy-basis-text = Behandlingen sker som led i myndighedens opgaver efter databeskyttelsesforordningens artikel 6, stk. 1, litra e, jf. databeskyttelseslovens § 6 og sundhedslovens § 119. Den bygger ikke på samtykke.
about-privacy-data = Hvad vi gemmer
about-privacy-data-text = Navn, stilling, afdeling, arbejdsmail og telefon; hvornår mails er sendt, og hvornår du er begyndt og har indsendt; svarene og det, du selv skriver i bemærkninger. Ringer nogen til dig om spørgeskemaet, noterer vi hvem og hvornår, hvad der kom ud af opkaldet, hvornår der skal ringes igen, og eventuelt en kort bemærkning. Overdrager du et afsnit, gemmer vi også kollegaens navn og arbejdsmail, den besked, du skriver til kollegaen, og hvem der har svaret på hvad. Beder du om mere tid, gemmer vi din begrundelse og svaret på den. Har du en konto, gemmer vi også mailadresse, rolle og en hashet udgave af adgangskoden.
about-privacy-data-comments = Skriv ikke oplysninger om borgere eller om nogens helbred i bemærkninger.
about-privacy-access = Er svarene anonyme?
about-privacy-access-text = Nej. Du svarer på vegne af dit område, og kommunens koordinator, konsulenterne og dem, der administrerer undersøgelsen, kan se, hvilken stilling et svar kommer fra. Den, der svarer for stillingen i næste runde, kan se svaret og bemærkningen. En besked til en kollega læses af kollegaen og af den, der har stillingen. Din begrundelse for at få mere tid læses af kommunens koordinator og af administratorerne. Det, der er noteret om opkald, læses af koordinatoren, konsulenterne og administratorerne. Svar kan være omfattet af aktindsigt, journaliseringspligt og arkivregler.
about-privacy-retention = Hvor længe gemmer vi oplysningerne?
about-privacy-retention-identity = Oplysninger om, hvem der havde stillingen, skal kun gemmes, så længe de er nødvendige for undersøgelsen og opfølgningen. Myndigheden fastsætter fristen.
about-privacy-retention-months = Navne, mailadresser, telefonnumre, personlige links, beskeder til kolleger, begrundelser for mere tid og bemærkninger til opkald slettes { $months ->
    [one] 1 måned
   *[other] { $months } måneder
 } efter at runden er lukket. Oplysninger om, hvem der har en stilling, slettes, når stillingen ikke har været med i en runde i lige så lang tid. Det sker automatisk.
about-privacy-retention-answers = Områdets svar gemmes i længere tid under stillingen, så runder kan sammenlignes over årene.
about-privacy-cookies = Cookies
about-privacy-cookies-text = Kun nødvendige: én, der husker, at du er logget på, én, der genkender en browser, du har brugt til at logge på, så andre ikke kan spærre dig ude ved at gætte på din adgangskode, og én, der husker dit sprog. Ingen af dem følger dig på andre sider. Det, du skriver i et svar, ligger også i browserens fane, indtil det er gemt hos os. Kopien i fanen forsvinder, når du lukker den.
about-privacy-rights = Dine rettigheder
about-privacy-rights-text = Du kan bede om indsigt i, rettelse eller sletning af oplysninger om dig, bede om, at brugen af dem begrænses, og gøre indsigelse: { $contact }. Du kan klage til Datatilsynet.

# Fejl i filer
fault-on-line = Linje { $line }: { $problem }
fault-at-key = Linje { $line }, { $key }: { $problem }
fault-unreadable = Filen kan ikke læses ({ $cause }). Kontrollér, at den er gemt i det rigtige format.
fault-not-utf8 = Teksten er ikke UTF-8. Gem filen som UTF-8.
fault-too-big = Filen er for stor: højst { $most } MB. Del den i flere.
fault-too-many = Filen er for lang: højst { $most } rækker eller værdier. Del den i flere.
fault-sheet-too-long = Arket er for langt: højst { $most } rækker. Gem det som CSV; en CSV-fil må være længere.
fault-too-deep = Her er flere end { $most } niveauer inden i hinanden. Ret indrykningen.
fault-anchor-or-alias = Henvisninger med & og * kan ikke bruges. Skriv værdien helt ud, og sæt tekst, der begynder med & eller *, i anførselstegn.
fault-several-documents = Filen har mere end ét dokument. Fjern linjen med ---, og gem hvert dokument i sin egen fil.
fault-broken-quote = Et anførselstegn er ikke lukket rigtigt. Luk det, eller skriv anførselstegn inde i en celle dobbelt.
fault-empty = Filen er tom. Den skal have mindst én række eller værdi.
fault-unknown-key = Navnet er ukendt her. Ret stavningen, eller fjern det.
fault-duplicate-key = Navnet står to gange. Fjern det ene.
fault-reserved-key = Nøglen er et ord, som kataloget selv bruger i sine adresser. Vælg en anden.
fault-missing = Feltet mangler. Udfyld det.
fault-unknown = "{ $value }" findes ikke. Ret værdien.
fault-unknown-of = "{ $value }" findes ikke. Skriv en af disse: { $known }.
fault-repeated = "{ $value }" står allerede på linje { $first }. Fjern eller ret den ene.
fault-scale-without-points = Skalaen har ingen svarmulighed med point over 0. Giv mindst én svarmulighed point.
fault-too-many-options = Skalaen har for mange svarmuligheder. Brug højst { $most }.
fault-question-without-area = Spørgsmålet stilles ikke til noget område. Skriv mindst ét under areas.
fault-points-or-blank = En svarmulighed skal have enten points eller blank. Skriv præcis ét af dem.
fault-control-characters = Teksten har linjeskift eller usynlige styretegn. Fjern dem.
fault-not-an-address = "{ $value }" er ikke en mailadresse. Skriv én adresse som leder@example.org, uden tegn som = eller - foran, eller lad feltet stå tomt.
fault-not-a-link = "{ $value }" er ikke en webadresse. Den skal begynde med https:// eller http://.
fault-cell-count = Rækken har { $found ->
    [one] 1 celle
   *[other] { $found } celler
 }, men overskriften har { $expected }. Ret antallet, og sæt tekst med semikolon i anførselstegn.
fault-area-not-covered = Stillingen dækker ikke området. Den dækker: { $areas }.
fault-question-not-in-area = Spørgsmålet stilles ikke til det område. Ret området eller spørgsmålet.
fault-not-asked = Runden stiller ikke det spørgsmål. Fjern rækken, eller vælg en anden runde.
fault-reason-missing = Svaret kræver en begrundelse. Skriv den her.
fault-too-long = Teksten er for lang. Brug højst { $most } tegn.
fault-linked-twice = Spørgsmålet er allerede koblet som identical eller reworded. Det kan kun sammenlignes med ét spørgsmål; brug split eller merged.
fault-measures-differ = De to spørgsmål måler hver sit ({ $from } og { $to }). Kobl kun spørgsmål, der måler det samme.
fault-same-edition = from og to er samme udgave. Skriv to forskellige udgaver.
fault-contradicts = Rækken passer ikke sammen med linje { $first }. Ret den ene.
fault-expected-text = Her skal der stå en enkelt tekst.
fault-expected-list = Her skal der stå en liste.
fault-expected-mapping = Her skal der stå felter med navn og værdi.
fault-expected-whole-number = Her skal der stå et helt tal fra 0 og op, uden anførselstegn.
fault-expected-true-or-false = Her skal der stå true eller false, uden anførselstegn.
fault-expected-day = Her skal der stå en dato, der findes, skrevet som 2018-04-20.
fault-expected-key = Her skal der stå en nøgle: bogstaverne a-z, tal, punktum, bindestreg eller understregningstegn, højst 100 tegn og ikke et punktum først.

# Overskriften i en tabel, og rækker i fortegnelsen over stillinger
fault-header = Overskriften har kolonner, som ikke kendes: { $unknown }. Og den mangler: { $missing }. Ret overskriften; ved skråstreg er det nok med ét af navnene.
fault-header-missing = Overskriften mangler: { $missing }. Tilføj det; ved skråstreg er det nok med ét af navnene.
fault-header-unknown = Overskriften har kolonner, som ikke kendes: { $unknown }. Ret stavningen, eller fjern dem.
fault-other-municipality = Rækken hører til en anden kommune. Du kan kun ændre stillinger i { $own }. Fjern rækken, eller ret kommunen.
fault-too-far-ahead = Datoen ligger for langt fremme. Skriv en dato inden for { $limit } dage.

# letters: the ledger
letters-title = Mails
letters-lead = Alle planlagte mails og deres status.
letters-none = Der er ingen mails endnu.
letters-none-found = Der er ingen mails, der passer til søgningen.
letters-search = Søg
letters-search-text = Navn, adresse, stilling eller emne
letters-search-round = Runde
letters-search-municipality = Kommune
letters-search-all = Alle
letters-written-from = Mailtekst
letters-filter = Vis mails efter status
letters-all = Alle ({ $count })
letters-of-state = { $state } ({ $count })
letters-to = Til
letters-name-deleted = navn slettet
letters-kind = Mail
letters-post = Stilling
letters-to-account = Bruger
letters-state = Status
letters-when = Tidspunkt
letters-attempts = Forsøg
letters-pages = Sider
letters-previous = Forrige
letters-next = Næste
letters-page = Side
letters-position = Side { $page } af { $last }
letters-planned = Planlagt
letters-sending = Er ved at blive sendt
letters-accepted = Modtaget af mailserveren
letters-deferred = Udsat
letters-refused = Afvist
letters-given-up = Opgivet
letters-bounced = Kom retur
letters-in-doubt = Uvist, om den blev sendt
letters-cancelled = Annulleret
letters-announcement = Varsel
letters-invitation = Invitation
letters-reminder = Påmindelse
letters-last-reminder = Sidste påmindelse
letters-extended = Forlænget frist
letters-handover = Overdragelse af et afsnit
letters-handover-done = Besked om, at en kollega er færdig
letters-receipt = Kvittering
letters-account-invitation = Invitation til ny bruger
letters-password-reset = Link til ny adgangskode
letters-new-sign-in = Besked om login fra et nyt sted
letters-round-drafted = Runde oprettet
letters-text-sample = Prøvemail
letters-instant = { $day } kl. { $time }
letters-oldest = Den mail, der har ventet længst, har afsendelsestid { $instant }.
letters-retried = { $count ->
    [0] Ingen mails er afvist eller opgivet.
    [one] 1 mail sendes igen.
   *[other] { $count } mails sendes igen.
 }
letters-back = Tilbage til mails
letters-open-link = Åbn mailens personlige link
letters-text = Mailens tekst
letters-html = Mailens HTML
letters-waiting-for-person = { $count ->
    [one] 1 mail kommer ikke videre, før nogen tager stilling til den. Se under "Afvist", "Opgivet" og "Uvist, om den blev sendt".
   *[other] { $count } mails kommer ikke videre, før nogen tager stilling til dem. Se under "Afvist", "Opgivet" og "Uvist, om den blev sendt".
 }
letters-unknown = { $count ->
    [one] 1 mail vises ikke, fordi en nyere version af programmet har lavet den og selv sender den.
   *[other] { $count } mails vises ikke, fordi en nyere version af programmet har lavet dem og selv sender dem.
 }
letters-repeated = Sendt igen; kan være kommet to gange
letters-late = Mails er op til { $minutes } minutter forsinkede. Se efter, om mailserveren svarer, og om pejl work kører, hvis I bruger det.
letters-decide = Tag stilling
letters-decide-doubt = Mailserverens svar gik tabt to gange, så mailen kan være kommet frem. Spørg modtageren, eller send den igen med risiko for, at den kommer to gange.
letters-decide-bounced = Mailen kom retur. Find efterfølgeren, og ret adressen på stillingslisten. Så sendes der automatisk en ny mail. Send kun denne mail igen, hvis adressen virker nu.
letters-decide-failed = Mailserveren tog ikke imod mailen. Ret fejlen, og send den igen.
letters-repeat = Send igen
letters-settle = Markér som leveret

# texts: what a programme's letters say
texts-title = Mailtekster
texts-lead = Her bestemmer I, hvad der står i programmets mails. Har I ikke skrevet en tekst, bruges den medfølgende. En ændring gælder mails, der sendes fra nu af, også i en åben runde.
texts-letter = Mail
texts-danish = Dansk
texts-english = Engelsk
texts-in-danish = { $letter } på dansk
texts-in-english = { $letter } på engelsk
texts-languages = Sprog
texts-brought = Medfølgende tekst
texts-brought-again = Medfølgende tekst igen, version { $version }
texts-own = Egen tekst, version { $version }
texts-made-by = Gemt { $when } af { $who }
texts-made = Gemt { $when }
texts-to-history = Se versioner
texts-subject = Emne
texts-subject-hint = Én linje. Flettefelter som { $example } bliver udfyldt, når mailen sendes.
texts-body = Tekst
texts-body-hint = En tom linje begynder et nyt tekstafsnit. Sæt ** før og efter det, der skal stå med fed skrift, # foran en overskrift og - foran punkter på en liste. Et link skrives som [tekst](https://example.org).
texts-limit = Højst { $most } tegn
texts-post = Vis mailen, som den ser ud for
texts-post-hint = Skriv ord fra et navn, en stilling, en afdeling eller en kommune, og vælg "Vis mailen". Uden ord vises et opdigtet eksempel.
texts-post-found = Stilling
texts-post-none = Der er ingen stilling, der passer til "{ $text }". Mailen vises med et opdigtet eksempel.
texts-save = Gem teksten
texts-show = Vis mailen
texts-sample = Send en prøvemail til mig
texts-saved = Teksten er gemt og bruges i mails, der sendes fra nu af.
texts-unchanged = Teksten er den samme som før, så der er ikke gemt en ny version.
texts-sample-sent = Prøvemailen bliver sendt til din mailadresse. Teksten herunder er ikke gemt endnu.
texts-overtaken = Teksten er ikke gemt, for en anden har gemt en ny version, mens du skrev. Herunder ser du forskellen på den og din.
texts-overtaken-cure = Formularen indeholder stadig din tekst. Ret den, så begge ændringer er med, og gem igen.
texts-faults = Teksten er ikke gemt. Ret dette:
texts-fault-line = Linje { $line }: { $fault }
texts-fault-subject = Emnet: { $fault }
texts-fault-no-subject = Skriv et emne.
texts-fault-no-body = Skriv en tekst.
texts-fault-too-long = Skriv højst { $most } tegn.
texts-fault-unknown = Der er ikke noget flettefelt, der hedder { $written }.
texts-fault-unknown-like = Der er ikke noget flettefelt, der hedder { $written }. Mente du { $nearest }?
texts-fault-not-here = Flettefeltet { $name } kan ikke bruges i denne mail.
texts-fault-brace = Krøllede parenteser bruges kun om flettefelter. Ret den ved "{ $text }".
texts-fault-no-link = Der mangler { $link } i teksten. Uden det kan modtageren ikke komme videre.
texts-fault-link-twice = { $link } må kun stå ét sted i teksten.
texts-fault-not-in-subject = { $name } kan ikke stå i emnet.
texts-fault-no-answers = Flettefeltet til svarene mangler. Det skal stå alene i et tekstafsnit.
texts-fault-answers-alone = Flettefeltet til svarene må kun stå ét sted, og det skal stå alene i et tekstafsnit.
texts-fault-picture = Der kan ikke være billeder i mails.
texts-fault-address = "{ $address }" kan ikke bruges som link. Skriv en adresse, der begynder med https:// eller mailto:.
texts-fault-deep = Der er for mange lister eller citater inden i hinanden.
texts-placeholders = Flettefelter, du kan bruge
texts-placeholders-lead = Skriv flettefeltet i krøllede parenteser dér, hvor det skal stå i emnet eller teksten.
texts-placeholder = Flettefelt
texts-placeholder-means = Hvad det bliver til
texts-example = Eksempel
texts-means-greeting = "Kære" og modtagerens navn, eller "Hej", når navnet ikke kendes
texts-means-recipient = Modtagerens navn, eller stillingen, når navnet ikke kendes
texts-means-post = Stillingen, der bliver spurgt
texts-means-municipality = Kommunen
texts-means-colleague = I mailen om overdragelse: den, der har overdraget afsnittet. I beskeden om, at en kollega er færdig: kollegaen. Stillingen, når navnet ikke kendes
texts-means-area = Det eller de afsnit, der er overdraget. I invitationer og påmindelser de områder, der bliver spurgt om; flere er skrevet så kort som muligt
texts-means-extent = Hvor mange spørgsmål der er, og hvor længe det har taget andre at svare, når det vides
texts-means-note = Det, der er skrevet til kollegaen, og af hvem. Er der intet skrevet, udelades linjen
texts-means-programme = Programmets navn
texts-means-round = Rundens nøgle
texts-means-opens = Den dag, runden åbner
texts-means-deadline = Sidste dag for at svare, også når fristen er forlænget
texts-means-link = Modtagerens personlige link. Står det alene i et tekstafsnit, bliver det til en knap. Vil du selv bestemme, hvad der står på knappen, så skriv [Åbn spørgsmålene](...) med flettefeltet i parentesen.
texts-means-because = Begrundelsen for, at der ikke gives mere tid
texts-means-answers = De svar, der er indsendt
texts-means-sender = Hvem der sender mailen
texts-means-contact = Adressen, man kan skrive til
texts-preview = Sådan bliver mailen
texts-preview-of = Vist som mail til { $post }. Her og i prøvemails fører linket kun til denne side.
texts-preview-made-up = Vist med et opdigtet eksempel. Her og i prøvemails fører linket kun til denne side.
texts-preview-html = Mailen, som de fleste ser den
texts-preview-plain = Mailen som ren tekst
texts-history = Versioner
texts-history-lead = Alt, hvad der har været gemt som { $text }. Intet bliver slettet.
texts-version = Version
texts-when = Gemt
texts-fetch = Hent teksten
texts-fetch-version = Hent version { $version } ind i formularen
texts-fetch-brought = Hent den medfølgende tekst ind i formularen
texts-differences = Forskelle
texts-from = Fra
texts-to = Til
texts-compare = Sammenlign
texts-no-difference = Der er ingen forskel på de to tekster.
texts-removed = Fjernet:
texts-added = Tilføjet:

# letter: what letters say
letter-greeting = Hej
letter-greeting-name = Kære { $name }
letter-test = Dette er en prøverunde. Svarene indgår ikke i nogen opgørelse.
letter-deadline = Svar senest { $deadline }.
letter-there-are = Der er { $extent }.
letter-extent = { $questions } spørgsmål
letter-extent-minutes = { $questions } spørgsmål, som det har taget andre cirka { $minutes ->
    [one] 1 minut
   *[other] { $minutes } minutter
 } at besvare
letter-two-areas = { $first } og { $last }
letter-many-areas = { $count ->
    [one] 1 område
   *[other] { $count } områder
 }
letter-footer = Afsender: { $sender }. Har du spørgsmål, eller er du ikke den rette til at svare, så skriv til { $contact }. Mailen er sendt automatisk.
letter-footer-plain = Afsender: { $sender }. Har du spørgsmål, så skriv til { $contact }. Mailen er sendt automatisk.
letter-link-personal = Linket er personligt: Den, der har det, kan svare på dine vegne, så send det ikke videre. Hvis en kollega bedre kan svare på et afsnit, så åbn linket, og overdrag afsnittet. Så får kollegaen sit eget link.
letter-use = Du svarer på vegne af området, ikke som privatperson, og svarene er ikke anonyme. Kommunens koordinator, de konsulenter, der følger kommunen, og dem, der administrerer undersøgelsen, kan læse dine svar, begrundelser og bemærkninger. Det samme kan den, der svarer for stillingen i næste runde. Andre ser kun tal, som er regnet ud fra svarene, og bemærkninger, der må citeres.
letter-sample-subject = Prøve: { $subject }
letter-sample = Dette er en prøve på en mailtekst i { $programme }. Linket fører til siden, hvor teksten skrives.
letter-example-name = Anne Eksempel
letter-example-post = Skolechef
letter-example-colleague = Bo Eksempel
letter-example-note = Du kender tallene bedst. Sig til, hvis noget er uklart.
letter-example-question = Har I en handleplan?
letter-example-answer = I høj grad
letter-announcement-subject = Forebyggelsespakkerne i { $municipality }: Spørgsmålene kommer den { $opens }
letter-announcement-why = Som { $post } i { $municipality } bliver du snart spurgt, hvor langt I er med anbefalingerne i Sundhedsstyrelsens forebyggelsespakker. { $sender } står bag undersøgelsen (runde { $round }).
letter-announcement-when = Du får den { $opens } en mail med et personligt link. Du kan svare til og med { $deadline }.
letter-announcement-not-yours = Du behøver ikke gøre noget nu. Er du ikke den rette til at svare, så sig til allerede nu, så vi kan spørge den rette fra begyndelsen.
letter-invitation-subject = Forebyggelsespakkerne i { $municipality }, { $area }: Svar senest { $deadline }
letter-invitation-why = Som { $post } i { $municipality } bliver du spurgt, hvor langt I er med anbefalingerne i Sundhedsstyrelsens forebyggelsespakker. { $sender } står bag undersøgelsen (runde { $round }).
letter-invitation-gain = Svarene viser, hvor kommunen er godt på vej, hvad der har ændret sig siden sidst, og hvor der er mest at hente.
letter-invitation-open = Åbn spørgsmålene
letter-invitation-saved = Du behøver ikke svare på det hele på én gang. Dine svar gemmes undervejs, og du kan vende tilbage med det samme link.
letter-reminder-subject = Påmindelse om forebyggelsespakkerne i { $municipality }, { $area }: Svar senest { $deadline }
letter-last-reminder-subject = Sidste påmindelse om forebyggelsespakkerne i { $municipality }, { $area }: Svar senest { $deadline }
letter-reminder-why = { $which ->
    [last] Fristen nærmer sig, og { $sender } mangler stadig svar fra dig som { $post } i { $municipality } om forebyggelsespakkerne (runde { $round }).
   *[first] { $sender } mangler svar fra dig som { $post } i { $municipality } om forebyggelsespakkerne (runde { $round }).
 }
letter-reminder-open = Gå til spørgsmålene
letter-reminder-saved = Det, du allerede har svaret, er gemt. Husk at indsende til sidst. Først da tæller svarene med.
letter-extended-subject = Din frist for forebyggelsespakkerne i { $municipality } er forlænget: Svar senest { $deadline }
letter-extended-why = Som { $post } i { $municipality } har du fået længere frist til at svare på spørgsmålene om forebyggelsespakkerne (runde { $round }).
letter-drafted-subject = Kontrollér runde { $round }, før den åbner den { $opens }
letter-drafted-what = Runde { $round } er oprettet automatisk. Den spørger om udgave { $edition } og er planlagt til { $opens } – { $closes }.
letter-drafted-itself = Den åbner automatisk den { $opens }, hvis ingen ændrer det.
letter-drafted-click = Den åbner først, når en administrator åbner den.
letter-drafted-posts = { $posts ->
    [one] 1 stilling bliver spurgt, som stillingslisten er nu.
   *[other] { $posts } stillinger bliver spurgt, som stillingslisten er nu.
 }
letter-drafted-without-email = { $posts ->
    [one] 1 af dem har ingen mailadresse og kan ikke få en invitation.
   *[other] { $posts } af dem har ingen mailadresse og kan ikke få en invitation.
 }
letter-drafted-areas = { $municipalities ->
    [one] I 1 kommune er der områder, som ingen stilling dækker.
   *[other] I { $municipalities } kommuner er der områder, som ingen stilling dækker.
 }
letter-drafted-open = Kontrollér runden
letter-handover-subject = Vil du svare på en del af spørgsmålene om forebyggelsespakkerne? Det gælder { $area }
letter-handover-why = { $holder } har bedt dig om at svare på en del af spørgsmålene om Sundhedsstyrelsens forebyggelsespakker (runde { $round }). Det gælder { $area }. Svarene indgår i besvarelsen fra { $post } i { $municipality }.
letter-handover-open = Åbn spørgsmålene
letter-handover-limits = Linket er personligt og åbner kun det, du er bedt om at svare på. Når du har svaret, så tryk på "Jeg er færdig". Den leder, der har ansvaret for svarene, kan se dem og indsender dem.
letter-handover-areas = { $others } og { $last }
letter-handover-note = { $name } skriver: ”{ $note }”
letter-handover-done-subject = { $name } er færdig med afsnittet { $area }
letter-handover-done-what = { $name } er færdig med afsnittet { $area }, som du har ansvaret for som { $post } (runde { $round }).
letter-handover-done-next = Se svarene igennem, og indsend afsnittet senest { $deadline }. Er der noget, der skal ændres, kan du rette det selv eller bede { $name } om det.
letter-handover-done-open = Se svarene
letter-handover-done-personal = Linket er personligt: Den, der har det, kan svare på dine vegne, så send det ikke videre.
letter-receipt-subject = Kvittering: Dine svar om forebyggelsespakkerne er indsendt (runde { $round })
letter-receipt-thanks = Tak for hjælpen! Svarene fra { $post } i { $municipality } er indsendt i runde { $round }.
letter-receipt-change = Du kan tage dem tilbage og rette dem til og med { $deadline }. Derefter ligger de fast.
letter-receipt-open = Se dine svar
letter-receipt-personal = Linket er stadig personligt: Den, der har det, kan tage svarene tilbage og rette dem, så send det ikke videre.
letter-receipt-unanswered = Ikke besvaret
letter-receipt-reason = Begrundelse: { $text }
letter-receipt-comment = Bemærkning til konsulenten: { $text }
letter-receipt-quote = Bemærkning, der må citeres: { $text }

# Mails til brugere med konto
letter-account-subject = Du er oprettet som bruger i { $service }
letter-account-why = { $sender } har oprettet dig som bruger i { $service }, hvor kommunerne følger arbejdet med Sundhedsstyrelsens forebyggelsespakker. Du logger på med mailadressen { $account }. Først skal du vælge en adgangskode.
letter-account-open = Vælg adgangskode
letter-account-limits = Linket virker i { $limit } døgn og kun én gang. Den, der har det, kan vælge din adgangskode, så send det ikke videre. Er det udløbet, så vælg "Glemt adgangskode" på { $sign_in }.
letter-reset-subject = Vælg en ny adgangskode til { $service }
letter-reset-why = Der er bedt om en ny adgangskode til din bruger i { $service } ({ $account }).
letter-reset-open = Vælg ny adgangskode
letter-reset-limits = Linket virker i { $limit } timer og kun én gang. Den, der har det, kan vælge din adgangskode, så send det ikke videre. Når du har valgt en ny adgangskode, bliver du logget af alle andre steder.
letter-reset-unasked = Har du ikke selv bedt om det, behøver du ikke gøre noget. Så længe ingen bruger linket, ændres din adgangskode ikke.
letter-new-sign-in-subject = Din bruger i { $service } er logget på fra et nyt sted
letter-new-sign-in-what = Din bruger i { $service } ({ $account }) er logget på den { $instant } fra en browser og et netværk, du ikke har brugt før.
letter-new-sign-in-yours = Var det dig, behøver du ikke gøre noget.
letter-new-sign-in-not-yours = Var det ikke dig, så vælg straks en ny adgangskode på Min konto. Så bliver alle andre logget af. Giv også jeres administrator besked.
letter-new-sign-in-open = Åbn Min konto
cli-demo-filling = Demoen fyldes med genererede svar fra 98 kommuner ...
cli-demo-ready = Demoen er klar på { $base }. Alle svar og tal er genererede. Log på med adgangskoden { $password } som:
cli-demo-links = Tre lederes personlige links:
cli-demo-letters = Mailene, som demoen ville have sendt, står på { $base }/letters. Stop med Ctrl-C; så slettes alt.
# Respondents: landing page, overview, answering, handing in, handing over
kept-title = Svarene blev ikke gemt
kept-try-again = Tjenesten kan ikke gemme lige nu. Det, du har skrevet, står stadig på denne side, så luk den ikke. Prøv igen om lidt, eller kopiér det, du har skrevet.
kept-again = Prøv at gemme igen
kept-written = Det, du skrev
kept-link-stopped = Linket virker ikke længere, så svarene kan ikke gemmes. Kopiér det, du har skrevet, før du lukker siden. Har du fået et nyere link, så brug det.
kept-copy = Det, du skrev, står herunder, så du kan kopiere det.
answer-answer = Svar
answer-autosave-failed = Ikke gemt endnu. Luk ikke siden. Vi bliver ved med at prøve.
answer-autosave-stopped = Ikke gemt: Linket virker ikke længere, så der bliver ikke gemt mere. Kopiér det, du har skrevet, før du lukker siden.
answer-kept = Du skrev noget her, som ikke nåede at blive gemt. Det findes kun i denne fane.
answer-kept-drop = Kassér det
answer-kept-restore = Sæt det ind igen
answer-by = Besvaret af { $name }
answer-about-unit = Svar for det, du selv har ansvaret for.
answer-about-unit-helper = Svar for det, som { $name } har ansvaret for.
answer-about-area = Svar for hele området { $area } i kommunen.
answer-about-areas = Svar for alt i kommunen, der hører under { $areas }.
answer-about-municipality = Svar for hele kommunen.
answer-by-on = Besvaret af { $name } den { $day }
answer-closed-read = Du kan stadig læse svarene.
answer-closed-counts = Kun det, der er indsendt, tæller med. Er der noget, du mangler at indsende, så skriv til
answer-comment = Bemærkning til konsulenten
answer-comment-hint = Læses af kommunens koordinator, konsulenterne og dem, der administrerer undersøgelsen, og af den, der svarer for stillingen næste gang.
answer-comments = Tilføj en bemærkning
answer-comments-change = Ret bemærkningen
answer-conflict = { $name } har svaret i mellemtiden: { $answer }. Dit svar er ikke gemt. Vælg det svar, der skal gælde, og gem igen.
answer-conflict-link = Spørgsmål { $number }: { $name } har også svaret
answer-conflict-link-own = Spørgsmål { $number }: Der er også svaret på en anden enhed eller i et andet vindue
answer-conflict-own = Der er i mellemtiden svaret på en anden enhed eller i et andet vindue: { $answer }. Det svar, du har valgt her, er ikke gemt. Vælg det, der skal gælde, og gem igen.
answer-conflict-summary = En anden har svaret samtidig
answer-conflict-summary-own = Der er svaret to steder på samme tid
answer-fault-cpr = Fjern det, der ligner et CPR-nummer, eller sæt kryds ved "Teksten indeholder ikke et CPR-nummer"
answer-fault-cpr-link = Spørgsmål { $number }: Teksten ser ud til at indeholde et CPR-nummer
answer-fault-long = Skriv højst { $limit } tegn
answer-fault-long-link = Spørgsmål { $number }: Teksten er for lang
answer-fault-option = Vælg et af svarene
answer-fault-option-link = Spørgsmål { $number }: Vælg et af svarene
answer-fault-question = Et af svarene hører ikke til her. Genindlæs siden
answer-fault-reason = Skriv en begrundelse
answer-fault-reason-link = Spørgsmål { $number }: Skriv en begrundelse
answer-fault-summary = Ikke alt blev gemt
answer-general = På tværs af pakkerne
answer-last-quote = må citeres
answer-last-reason = begrundelse
answer-last-time = Sidste svar ({ $round })
answer-last-wording = Spørgsmålet lød:
answer-lead = { $questions ->
    [one] 1 spørgsmål
   *[other] { $questions } spørgsmål
 }. Frist: { $deadline }.
answer-lead-minutes = { $questions ->
    [one] 1 spørgsmål. Andre har brugt cirka { $minutes } min. på det.
   *[other] { $questions } spørgsmål. Andre har brugt cirka { $minutes } min. på dem.
 } Frist: { $deadline }.
answer-limit = Højst { $limit } tegn
answer-means-all = Det er fast praksis alle de steder, hvor det er relevant.
answer-means-part = I er begyndt, men det sker ikke alle steder eller ikke hver gang.
answer-means-nothing = I er ikke begyndt, eller det er kun en plan.
answer-means-not-relevant = Det kan ikke lade sig gøre eller giver ikke mening på jeres område. Skriv hvorfor.
answer-means-dont-know = I kan ikke svare på det, heller ikke når I har spurgt en kollega.
answer-no-answer = Ikke besvaret
answer-no-cpr = Teksten indeholder ikke et CPR-nummer
answer-nothing-chosen = intet valgt
answer-nothing-to-answer = Der er ingen spørgsmål til dette afsnit i denne runde.
answer-optional = (frivilligt)
answer-privacy = Skriv ikke personoplysninger om borgere.
answer-progress = { $answered } af { $questions } besvaret
answer-question = Spørgsmål { $number }
answer-quote = Bemærkning, der må citeres
answer-quote-hint = Kan blive gengivet i rapporter, men uden dit navn.
answer-reason = Begrundelse
answer-reason-hint = Skal udfyldes, når du vælger "{ $option }".
answer-reason-summary = Svarene er gemt, men der mangler en begrundelse
answer-save = Gem og fortsæt
answer-save-later = Gem og fortsæt senere
answer-saved = Gemt kl. { $time }
answer-saved-not-all = Gemt kl. { $time }, men ikke spørgsmål { $number }: { $fault }.
answer-not-saved = Ikke gemt: Der er også svaret et andet sted på spørgsmål { $number }.
answer-saved-no-reason = Gemt kl. { $time }, men spørgsmål { $number } mangler en begrundelse.
answer-saves = Svarene gemmes, mens du svarer.
answer-saves-by-button = Svarene gemmes, når du trykker på "Gem og fortsæt".
answer-step = Trin { $step } af { $steps }
answer-steps = Trin
answer-understanding = Hvad menes der?
answer-why-recommendation = Anbefaling
answer-why-package = Forebyggelsespakke

# Hvor mange af ens enheder et svar gælder for
units-question = Hvor mange af enhederne gælder det?
units-hint = Kun hvis I har flere enheder. Tæller ikke med i resultatet.
units-hint-when = Kun hvis I har flere enheder og svarer "{ $option }". Tæller ikke med i resultatet.
units-none = Ikke oplyst
units-share = { $share ->
    [all] Alle
    [most] De fleste
    [some] Nogle
   *[few] Få
 }
units-said = Enheder, det gælder: { units-share }

# Højest sidst og lavest nu
setback-asked = Sidst var svaret "{ $then }", og nu er det "{ $now }". Skriv gerne et par ord i bemærkningen om, hvad der er sket. Det er frivilligt.
setback-link = Skriv til spørgsmål { $number }
setback-summary = { $count ->
    [one] Ét svar er gået fra det højeste til det laveste siden sidst. Skriv gerne et par ord om, hvad der er sket. Du kan også indsende uden.
   *[other] { $count } svar er gået fra det højeste til det laveste siden sidst. Skriv gerne et par ord om, hvad der er sket. Du kan også indsende uden.
 }

# One question for several areas
once-all-elsewhere = Du besvarer alle spørgsmål i dette afsnit under dine andre afsnit. Her kan du se svarene.
once-answer = Svar
once-answered = besvaret under { $area }
once-apart = Svar for hvert område for sig
once-areas = { $first } samt området { $last }
once-areas-more = { $first }, området { $next }
once-asked = stilles under { $area }
once-covers = Gælder for: { $areas }
once-explained = Spørgsmål, der gælder flere af dine afsnit, bliver kun stillet én gang.
once-left-out = Afsnittet { $area } er i mellemtiden indsendt eller overdraget, så det, du har svaret for { $area }, er ikke gemt.
once-same = Brug det samme svar for alle områder
once-some-elsewhere = { $questions ->
    [one] Du besvarer 1 spørgsmål mere under et andet afsnit
   *[other] Du besvarer { $questions } spørgsmål mere under dine andre afsnit
 }

handover-back = Tilbage
handover-current = Afsnittet er overdraget til { $name }. Overdrager du det til en anden, virker det gamle link ikke længere.
handover-email = Arbejdsmail
handover-email-missing = Skriv en mailadresse
handover-hint = Skriv den som navn@example.org
handover-name = Navn
handover-section = Overdrag til en kollega
handover-section-lead = Din kollega får én mail med et link, der kun åbner det, du overdrager. Du kan se, hvem der har svaret på hvad, og det er stadig dig, der indsender.
handover-section-send = Send linket
handover-section-title = Overdrag afsnittet { $area }
handover-summary = Ret navn eller mailadresse
handover-take-home = Overtag afsnittet igen
handover-whole-done = Tak. { $name } får en mail med et nyt link
handover-whole-done-directory = Kommunens koordinator bliver bedt om at bekræfte, hvem der nu har stillingen.
handover-whole-done-lead = Dit eget link virker ikke længere. Svar, der allerede er givet, er bevaret.
handover-whole-lead = Er det ikke længere dig, der er { $post }? Skriv, hvem der er det nu, så sender vi spørgsmålene videre. Dit eget link holder op med at virke.
handover-whole-next = Fortsæt
handover-whole-change = Ret navn eller mailadresse
handover-whole-asked = Skal spørgsmålene sendes videre til { $name }?
handover-whole-asked-lead = Så snart de er sendt, virker dit eget link ikke længere. Se efter, at mailadressen er rigtig.
handover-whole-send = Send spørgsmålene videre
handover-whole-title = Hvem skal vi spørge i stedet?

# Overdragelse til kolleger: besked, flere afsnit, videre til den næste, færdig
handover-anyway = Svar selv alligevel
handover-done = Jeg er færdig
handover-done-at = Meldt færdigt den { $when }.
handover-done-lead = Tryk på knappen, når du er færdig. Så får { $name } besked. Du kan stadig rette, indtil afsnittet er indsendt.
handover-done-said = Du meldte dig færdig den { $when }, og { $name } har fået besked. Du kan stadig rette, indtil afsnittet er indsendt.
handover-finished-change = Du kan stadig rette dine svar, indtil { $name } indsender dem.
handover-finished-correct = Ret dine svar
handover-finished-lead = { $name } får nu en mail om, at afsnittet { $area } er klar.
handover-finished-nothing = Du behøver ikke gøre mere.
handover-finished-title = Tak, du er færdig
handover-finished-told = { $name } ser svarene igennem og indsender dem.
handover-history = Hvem der har haft afsnittet
handover-note = Besked til din kollega
handover-note-address = Skriv beskeden uden mail- og webadresser.
handover-note-cpr = Beskeden ser ud til at indeholde et CPR-nummer. Slet det, eller sæt kryds ved "Teksten indeholder ikke et CPR-nummer".
handover-note-from = Besked fra { $name }
handover-note-hint = Fx hvad du gerne vil have svar på. Beskeden står i mailen og på din kollegas side.
handover-note-limit = Højst { $most } tegn
handover-note-long = Beskeden er for lang. Den må højst være på { $most } tegn.
handover-note-optional = (frivilligt)
handover-on = Send videre til en anden kollega
handover-on-asked = Skal afsnittet { $area } sendes videre til { $name }?
handover-on-asked-lead = Så snart det er sendt, virker dit eget link til afsnittet ikke længere. Se efter, at mailadressen er rigtig.
handover-on-done = Din kollega får en mail med et link. Dit eget link virker ikke længere, og dine svar er bevaret.
handover-on-lead = Er der en anden, der bedre kan svare? Din kollega får en mail med et link, og dit eget link til afsnittet holder op med at virke. Dine svar er bevaret.
handover-on-send = Send afsnittet videre
handover-on-title = Send afsnittet { $area } videre
handover-on-wrong = Er mailadressen forkert, så sig det til den, der har bedt dig om hjælp. Afsnittet kan sendes igen.
handover-others = Overdrag også disse afsnit
handover-sent-check = Se efter, at mailadressen er rigtig. Er den forkert, så ret den, og send igen. Så virker det første link ikke længere.
handover-sent-correct = Ret og send igen
handover-sent-lead = Sendt { $when }. Din kollega får én mail med ét link.
handover-sent-sections = Afsnit
handover-sent-title = { $name } er bedt om at svare
handover-since = Overdraget den { $when }.
handover-step = { $from } overdrog afsnittet til { $name } ({ $email }) den { $when }.
handover-step-done = Meldt færdigt den { $when }.
handover-step-ended = Havde afsnittet indtil den { $when }.
handover-theirs = { $name } svarer på dette afsnit. Svarer du selv, retter du i din kollegas svar.
section-handed-over = Overdraget
section-helper-is-done = Kollegaen er færdig

section-all-handed-in = Alt er indsendt. Tak for hjælpen!
section-answers = Se svarene
section-asks = { $missing ->
    [one] Der mangler 1 svar. Indsend alligevel?
   *[other] Der mangler { $missing } svar. Indsend alligevel?
 }
section-asks-lead = Spørgsmål uden svar tæller ikke med i resultatet. Er du i tvivl, kan du vælge "Ved ikke".
section-asks-first = Svar først
section-change = Ret
section-continue = Fortsæt
section-hand-in = Indsend afsnittet
section-hand-in-all = Indsend alt
section-hand-in-anyway = Indsend alligevel
section-handed-in = Indsendt
section-handed-in-at = Indsendt { $date } kl. { $time }
section-handed-in-read = Afsnittet er indsendt. Tag det tilbage, hvis du vil rette noget.
section-handed-in-read-helper = Afsnittet er indsendt. Er der noget, der skal rettes, så sig det til { $name }.
section-helper-title = Dit afsnit
section-lacks-reasons = Der mangler en begrundelse
section-lacks-reasons-link = { $area }, spørgsmål { $number }: Skriv en begrundelse
section-extent = { $questions ->
    [one] 1 spørgsmål
   *[other] { $questions } spørgsmål
}
section-extent-minutes = { $questions ->
    [one] 1 spørgsmål, cirka { $minutes } min.
   *[other] { $questions } spørgsmål, cirka { $minutes } min.
}
section-missing = { $missing ->
    [one] 1 spørgsmål mangler svar
   *[other] { $missing } spørgsmål mangler svar
 }
section-none-handed-in = Intet er indsendt endnu
section-none-handed-in-lead = Svarene tæller først med, når de er indsendt.
section-some-handed-in = { $drafts ->
    [one] 1 afsnit er ikke indsendt endnu.
   *[other] { $drafts } afsnit er ikke indsendt endnu.
 }
section-not-started = Ikke begyndt
section-open = Gå til afsnittet
section-overview = Overblik
section-overview-lead = Du har svaret på { $answered } af { $questions } spørgsmål. Frist: { $deadline }.
section-overview-title = Dine afsnit
section-print = Udskriv
section-receipt = Se kvitteringen
section-receipt-lead = Her er dine svar. Du kan tage et afsnit tilbage og rette det til og med { $deadline }.
section-receipt-lead-closed = Her er dine svar.
section-receipt-mail = Du får også en kvittering på mail.
section-receipt-title = Tak for dine svar
section-saved = Svarene er gemt. Brug linket i din mail, når du vil fortsætte. Fristen er { $deadline }.
section-summary = Gennemse og indsend
section-summary-lead = Du har svaret på { $answered } af { $questions } spørgsmål. Intet tæller med, før det er indsendt.
section-summary-lead-done = Du har svaret på { $answered } af { $questions } spørgsmål, og alt er indsendt.
section-take-back = Tag tilbage og ret
section-to-helper = Overdraget til { $name }
section-your-answers = Svar i afsnittet { $area }

# Alt, hvad én person bliver spurgt om
tasks-closed = Lukket { $deadline }
tasks-deadline = Frist { $deadline }
tasks-for = For { $name }, { $post }
tasks-lead = Der er { $tasks } spørgeskemaer til dig. De har hver sin frist, og du besvarer dem ét ad gangen.
tasks-round = Runde { $round }
tasks-started = Begyndt
tasks-yours = Til din forside

welcome-continue = Fortsæt
welcome-deadline = Svar senest
welcome-extent = Omfang
welcome-extent-text = { $questions ->
    [one] 1 spørgsmål
   *[other] { $questions } spørgsmål
 } i { $sections ->
    [one] 1 afsnit
   *[other] { $sections } afsnit
 }
welcome-helper-lead = { $name } har bedt dig om at svare på afsnittet { $area }.
welcome-helper-lead-use = { $name } kan se dine svar med dit navn og indsender afsnittet.
welcome-helper-title = Vil du hjælpe med ét afsnit?
welcome-lead = Du bliver spurgt som { $post }: Hvor langt er I med Sundhedsstyrelsens forebyggelsespakker?
welcome-lead-name = Hej { $name }
welcome-not-me = Er du ikke { $post }? Send spørgsmålene videre
welcome-on-behalf = Du svarer for
welcome-share = Hvis en kollega bedre kan svare på et afsnit, kan du overdrage det.
welcome-pause = Du kan holde pause når som helst og fortsætte med linket i din mail. Du kan svare, indtil fristen er udløbet.
welcome-start = Start
welcome-time = Tid
welcome-time-text = Andre har brugt cirka { $minutes } min.
welcome-title = Hvor langt er I med forebyggelsen?
welcome-to-answers = Se svarene
welcome-sender = { $sender } står bag undersøgelsen.
welcome-contact = Har du spørgsmål, så skriv til
welcome-use = Sådan bruges svarene
welcome-use-names = Du svarer på vegne af området. Svarene er ikke anonyme: Kommunens koordinator, konsulenterne og dem, der administrerer undersøgelsen, kan se, hvad du har svaret. Det samme kan den, der svarer for stillingen i næste runde.
welcome-use-quote = Kun det, du skriver under "Bemærkning, der må citeres", kan blive gengivet i rapporter, og aldrig med dit navn.
welcome-use-why = Svarene viser, hvor kommunen er kommet videre siden sidst, og hvor der er mest at hente.

# Udvidet frist
refusal-extension-final = Stillingen har allerede fået forlænget sin frist. Den kan ikke ændres igen.
refusal-extension-too-early = Vælg en dag efter rundens sidste dag, og ikke en dag, der er gået.

# Efter indsendelsen, og resultatet til den, der har svaret
next-title = Hvad sker der nu?
next-until = Du kan rette dine svar til og med { $deadline }. Derefter er de endelige.
next-municipality = { $done } af { $all } afsnit i { $municipality } er indsendt.
next-result = Runden lukker tidligst { $closes }. Når den er lukket, kan du se resultatet for dine områder med det samme link.
next-result-mailed = Runden lukker tidligst { $closes }. Når den er lukket, får du en mail med resultatet for dine områder.
next-see-result = Se resultatet for dine områder
next-kept = { $months ->
    [one] Du kan bruge linket og læse kvitteringen i 1 måned, efter at runden er lukket.
   *[other] Du kan bruge linket og læse kvitteringen i { $months } måneder, efter at runden er lukket.
}
next-kept-until = Linket virker til og med { $day }.
own-result-title = Resultatet for dine områder i runde { $round }
own-result-back = Tilbage
own-result-lead = For dig som { $post } i { $municipality }: dine områder, hvad der har flyttet sig, og hvor der er mest at hente.
own-result-not-yet = Der er ikke noget resultat endnu. Runden lukker tidligst { $closes }. Kom tilbage derefter med det samme link.
own-result-areas = Dine områder
own-result-no-areas = Runden har ingen tal for dine områder.
own-result-now = Jeres kommune nu
own-result-baseline = Udgangspunkt
own-result-change = Ændring
own-result-last = Runde { $round }
own-result-country = Hele landet
own-result-areas-explained = Tallene går fra 0 til 100. Udgangspunkt og ændring er kun regnet ud fra de spørgsmål, der kan sammenlignes. I kolonnen for hele landet står gennemsnittet og antallet af kommuner.
own-result-shared = Hvor flere stillinger i kommunen svarer for et område, er tallet for dem alle.
own-result-gains = Her er der mest at hente
own-result-gains-explained = De anbefalinger, som I ifølge dine svar er længst fra at have gennemført.
own-result-no-gains = Ingen af dine svar viser, at der er mere at hente.
own-result-source = Læs om { $package } hos Sundhedsstyrelsen
own-result-moved = Det har flyttet sig i dine svar
own-result-risen = Kommet videre
own-result-fallen = Gået tilbage
own-result-from = Fra
own-result-to = til
own-result-next = Sådan kommer I videre
own-result-next-text = Kommunens koordinator kan se resultatet for hele kommunen og kan bruge dine bud på, hvad der skal til. Udskriv siden, og tag den med til jeres næste møde.
letters-result = Resultat
letter-result-subject = Forebyggelsespakkerne: Resultatet for dine områder i runde { $round }
letter-result-why = Runde { $round } er lukket, og resultatet for dine områder som { $post } i { $municipality } er klar.
letter-result-what = Du kan se, hvordan dine områder ligger i forhold til udgangspunktet, sidste runde og hele landet, hvad der har flyttet sig i dine svar, og ved hvilke anbefalinger der er mest at hente. Du behøver ikke gøre noget.
letter-result-open = Se resultatet
letter-result-personal = Linket er personligt: Den, der har det, kan læse dine svar, så send det ikke videre.
programmes-field-result = Mail med resultatet
programmes-field-result-hint = Sendes til alle, der har indsendt svar, den første hverdag, efter at runden er lukket. Prøverunder sender den ikke.
programmes-result-sent = Send resultatet til dem, der har svaret
programmes-result-unsent = Send ingen mail
programmes-plan-result = Resultatet, når runden er lukket
audit-field-result = mail med resultatet

# Spørgeskemaet på papir
paper-link = Se og udskriv hele spørgeskemaet
paper-title = Spørgeskema for { $post }
paper-back = Tilbage
paper-lead = Runde { $round }. { $answered } af { $questions } spørgsmål er besvaret. Frist: { $deadline }.
paper-as-of = Svarene er dem, der var gemt den { $day }. Papiret kan ikke indsendes: Brug dit personlige link til at svare.
paper-meanings = Sådan forstås svarene
paper-handed-in = Indsendt { $day }.
paper-draft = Ikke indsendt endnu.
paper-recommendation = Anbefaling:
paper-chosen = valgt

# Fristen i kalenderen
deadline-link = Læg fristen i din kalender
deadline-entry = Frist: Svar om forebyggelsespakkerne
deadline-entry-text = Sidste dag for at svare som { $post }. Brug det personlige link i mailen fra { $sender }. Linket står ikke her, fordi kalenderen kan ses af andre. Spørgsmål: { $contact }

# Mere tid: at bede om det og at svare på det
refusal-extension-too-late = Vælg en dag, der er højst to uger efter rundens sidste dag. Runden kan først lukke, når den sidste frist er udløbet.
refusal-extension-asked = Du har allerede bedt om mere tid og har ikke fået svar endnu.
refusal-extension-asked-often = Du har allerede fået svar på tre ønsker om mere tid. Skriv til kontakten nederst i din mail i stedet.
refusal-extension-request-answered = Ønsket om mere tid er besvaret, eller der er ikke længere brug for det.
more-time-link = Bed om mere tid
more-time-title = Har du brug for mere tid?
more-time-back = Tilbage
more-time-lead = Din frist som { $post } er { $deadline }. Skriv, hvorfor du har brug for mere tid. Kommunens koordinator eller en administrator svarer dig på mail.
more-time-reason = Begrundelse
more-time-reason-hint = For eksempel ferie, sygdom eller en ny leder. Skriv ikke noget om borgere eller om andres helbred.
more-time-day = Ny frist, du ønsker
more-time-day-hint = Senest { $latest }. Lad feltet stå tomt, hvis du ikke har en bestemt dag i tankerne.
more-time-send = Send ønsket
more-time-mistake = Ønsket er ikke sendt
more-time-no-reason = Skriv en begrundelse
more-time-waiting = Du bad om mere tid den { $asked } og får svar på mail. Indtil da gælder din nuværende frist.
more-time-wished = Ønsket frist: { $day }
more-time-granted = Din frist er forlænget til { $deadline }. Den kan ikke forlænges igen.
more-time-declined = Du har bedt om mere tid, men fristen er stadig { $deadline }. Begrundelsen er:
more-time-call = Du har bedt om mere tid tre gange. Skriv i stedet til
more-time-handed-in = Du har indsendt alle dine svar, så du har ikke brug for mere tid.
extension-request-title = { $post } beder om mere tid
extension-request-mistake = Svaret er ikke sendt
extension-request-wished = Ønsket frist
extension-request-no-day = Ingen bestemt dag
extension-request-asked = Sendt
extension-request-yes = Giv mere tid
extension-request-final = Lederen får besked på mail. Fristen kan kun forlænges én gang og kan ikke ændres bagefter.
extension-request-give = Forlæng fristen til { $day }
extension-request-another = Vælg en anden dag
extension-request-day-hint = En dag efter { $day }, men senest { $latest }.
extension-request-give-day = Forlæng til den valgte dag
extension-request-no = Afvis
extension-request-because = Begrundelse til lederen
extension-request-because-hint = En sætning er nok. Den står i den mail, lederen får.
extension-request-decline = Afvis ønsket
extension-request-granted = Fristen er forlænget til { $day }.
extension-request-declined = Ønsket er afvist:
extension-request-handed-in = Stillingen har indsendt alle sine svar, så ønsket kræver ikke svar.
extension-request-over = Runden tager ikke længere imod svar.
extension-request-badge = Beder om mere tid
extension-request-answer = Svar på ønsket
home-asking = Beder om mere tid
home-asks = { $post }, { $municipality } (runde { $key })
audit-invitation-ask-extension = Bedt om mere tid: { $name }
audit-invitation-grant-extension = Ønske om mere tid imødekommet: { $name }
audit-invitation-decline-extension = Ønske om mere tid afvist: { $name }
letters-extension-declined = Nej til mere tid
letter-extension-declined-subject = Du har ikke fået mere tid: Svar om forebyggelsespakkerne senest { $deadline }
letter-extension-declined-why = Du har bedt om mere tid til at svare som { $post } i { $municipality } (runde { $round }). Det kan desværre ikke lade sig gøre. Begrundelsen er:
letter-example-because = Resultatet skal bruges på udvalgets møde ugen efter.

# Fælles ord på sider
breadcrumbs = Brødkrumme
word-info = Information
word-success = I orden
word-warning = Advarsel
word-error = Fejl
quotation = ”{ $text }”

# Anbefalinger
catalogue-title = Anbefalinger
catalogue-lead = Forebyggelsespakkernes anbefalinger, udgave for udgave, med de spørgsmål, der stilles om dem, og hvor de stammer fra.
catalogue-shipped = Brug de udgaver, der følger med
catalogue-shipped-lead = Med tjenesten følger udgaverne 2012-13 og 2018 af forebyggelsespakkerne og oversættelsesnøglen mellem dem. Udgaverne bliver offentliggjort med det samme.
catalogue-none = Der er ingen udgaver endnu.
catalogue-editions = Udgaver
catalogue-edition = Udgave
catalogue-status = Status
catalogue-draft = Kladde
catalogue-published = Offentliggjort
catalogue-packages = Pakker
catalogue-package = Pakke
catalogue-recommendations = Anbefalinger
catalogue-recommendation = Anbefaling
catalogue-unconfirmed-count = Heraf ubekræftede
catalogue-unconfirmed = Ubekræftet
catalogue-unconfirmed-text = Anbefalingen er ikke bekræftet i en kilde. Sammenhold den med den udgivne pakke, før du bruger den.
catalogue-questions = Spørgsmål
catalogue-own-questions = Spørgsmål på tværs af pakkerne
catalogue-package-questions = Spørgsmål om pakken som helhed
catalogue-no-recommendations = Udgaven har ingen kendte anbefalinger i denne pakke. Der spørges kun til pakken som helhed.
catalogue-published-on = Udgivet
catalogue-imported-on = Importeret
catalogue-made-immutable-on = Offentliggjort her
catalogue-not-yet = Endnu ikke; kladden kan ændres
catalogue-unknown = Ikke oplyst
catalogue-hash = Kontrolsum (SHA-256)
catalogue-categories = Kategorier (antal anbefalinger)
catalogue-levels = Niveauer (antal anbefalinger)
catalogue-category = Kategori
catalogue-hint = Vejledning
catalogue-about = Hvad svaret gælder
catalogue-about-unit = Det, lederen selv har ansvaret for: en eller flere enheder eller et område
catalogue-about-area = Hele området i kommunen
catalogue-about-municipality = Hele kommunen
catalogue-about-nobody = Ikke angivet
catalogue-source = Kilde
catalogue-source-verified = Bekræftet i kilden
catalogue-source-partly = Delvist bekræftet i kilden
catalogue-source-unconfirmed = Ubekræftet: ikke læst i nogen kilde
catalogue-central = Central anbefaling
catalogue-central-count = Heraf centrale
catalogue-marks = Niveau og markering
catalogue-areas = Områder
catalogue-published-package = Den udgivne pakke
catalogue-measure = Hvad der måles
catalogue-measure-implementation = Implementering: hvor langt arbejdet med anbefalingen er nået
catalogue-measure-awareness = Kendskab: hvor kendte pakkerne er i området
catalogue-measure-overall = Samlet vurdering af pakken
catalogue-scale = Svarskala
catalogue-scale-caption = Svarmuligheder i skalaen { $scale } til: { $question }
catalogue-option = Svarmulighed
catalogue-points = Point
catalogue-no-points = tæller ikke
catalogue-reason-required = kræver en begrundelse
catalogue-the-area = (navn)

# Kladder til udgaver
draft-begin = Ny udgave
draft-begin-lead = Begynd med en kopi af en offentliggjort udgave, så svarene kan sammenlignes, eller med en tom udgave. Alt kan ændres i kladden, indtil den offentliggøres.
draft-begin-with = Begynd med
draft-begin-button = Opret kladden
draft-copy-of = En kopi af { $edition }
draft-empty = En tom udgave
draft-empty-hint = Med svarskalaer, kategorier og områder, men uden pakker
draft-edition-key-hint = Kort navn i adresser og filer, for eksempel 2026. Det kan ikke ændres siden. Lad feltet være tomt, så dannes det af titlen.
draft-lead = Kladde, ændring nr. { $number }. Intet i kladden er i brug, før udgaven offentliggøres.
draft-saved = Gemt som ændring nr. { $number }.
draft-undo = Fortryd
draft-redo = Gentag
draft-edit-facts = Redigér titel og kilde
draft-areas = Områder
draft-areas-lead = Sæt kryds ved de områder, som udgaven taler om. Under hvert område kan du give det et navn, der kun gælder i denne udgave.
draft-areas-order = Områdernes rækkefølge
draft-area-names = Navn i denne udgave: { $area }
draft-read = Læs udgaven, som andre ser den
draft-history = Historik
draft-document = Hent som fil (YAML)
draft-delete = Slet kladden
draft-no-faults = Kladden har ingen mangler.
draft-faults = { $count ->
    [one] Kladden har 1 mangel
   *[other] Kladden har { $count } mangler
 }
draft-faults-lead = Du kan gemme og arbejde videre. Manglerne skal kun være rettet, før udgaven offentliggøres.
draft-faults-more = { $count ->
    [one] Og 1 til.
   *[other] Og { $count } til.
 }
draft-faults-mark = { $count ->
    [one] 1 mangel
   *[other] { $count } mangler
 }
draft-fault-no-danish = Der mangler en dansk tekst.
draft-fault-english-hint = Vejledningen er kun skrevet på engelsk.
draft-fault-english-help = Hjælpen til "{ $option }" er kun skrevet på engelsk.
draft-fault-help-to-nothing = Der er hjælp til svarmuligheden { $option }, som skalaen ikke har.
draft-fault-no-scales = Udgaven har ingen svarskala. Tilføj en.
draft-fault-no-areas = Udgaven har ingen områder. Vælg mindst ét.
draft-fault-bad-key = Nøglen kan ikke bruges.
draft-fault-duplicate-key = Nøglen bruges mere end én gang.
draft-fault-not-a-link = Linket er ikke en webadresse.
draft-fault-no-category = Der mangler en kategori.
draft-fault-unknown-category = Udgaven har ingen kategori med nøglen { $key }.
draft-fault-unknown-level = Udgaven har intet niveau med nøglen { $key }.
draft-fault-no-options = Skalaen har ingen svarmuligheder.
draft-fault-no-points = Ingen svarmulighed giver point. Mindst én skal give mere end 0.
draft-fault-asked-nowhere = Spørgsmålet stilles ikke til noget område.
draft-fault-unknown-area = Området { $area } er ikke blandt udgavens områder.
draft-fault-key-question = Spørgsmålet er nøglespørgsmål for { $area }, men stilles ikke dér.
draft-kind-facts = Udgaven
draft-kind-areas = Områder
draft-kind-package = Pakke
draft-kind-recommendation = Anbefaling
draft-kind-question = Spørgsmål
draft-kind-key-question = Nøglespørgsmål
draft-kind-scale = Svarskala
draft-kind-option = Svarmulighed
draft-kind-category = Kategori
draft-kind-level = Niveau
draft-kind-crosswalk = Sammenhæng med en anden udgave
draft-key-questions = Nøglespørgsmål
draft-scales = Svarskalaer
draft-categories = Kategorier
draft-levels = Niveauer
draft-options-heading = Svarmuligheder
draft-none-yet = Ingen endnu.
draft-standing = Indhold og mangler
draft-order = Rækkefølge
draft-step-first = Øverst
draft-step-up = Op
draft-step-down = Ned
draft-step-last = Nederst
draft-recommendations = { $count ->
    [one] 1 anbefaling
   *[other] { $count } anbefalinger
 }
draft-questions = { $count ->
    [one] 1 spørgsmål
   *[other] { $count } spørgsmål
 }
draft-options = { $count ->
    [one] 1 svarmulighed
   *[other] { $count } svarmuligheder
 }
draft-asked-areas = { $count ->
    [one] 1 område
   *[other] { $count } områder
 }
draft-points = { $count } point
draft-add-package = Tilføj pakke
draft-add-recommendation = Tilføj anbefaling
draft-add-question = Tilføj spørgsmål
draft-add-scale = Tilføj svarskala
draft-add-option = Tilføj svarmulighed
draft-add-category = Tilføj kategori
draft-add-level = Tilføj niveau
draft-new = Tilføj: { $kind }
draft-save = Gem
draft-remove = Fjern
draft-back = Tilbage
draft-mistakes = Det er ikke gemt. Ret felterne.
draft-in-english = { $field } på engelsk
draft-not-said = Ikke oplyst
draft-field-title = Titel
draft-field-label = Navn
draft-field-area-name = Områdets navn
draft-field-text = Spørgsmålets ordlyd
draft-text-hint = Skriv {"{"}area{"}"}, hvor områdets navn skal stå.
draft-about-hint = Uden den oplysning kan lederen af én institution ikke vide, om der spørges til institutionen, til alle institutioner eller til kommunen.
draft-hint-hint = Vises under spørgsmålet til den, der svarer.
draft-link-hint = Adressen på den udgivne pakke, for eksempel på sst.dk
draft-field-source = Kilde og note
draft-field-status = Hvor sikker er kilden?
draft-field-key = Nøgle
draft-key-hint = Kort navn i adresser og filer. Lad feltet være tomt, så dannes nøglen af titlen.
draft-field-place = Hører til
draft-place-package = { $package }: hele pakken
draft-field-areas = Stilles til områderne
draft-field-key-areas = Nøglespørgsmål for
draft-key-areas-hint = Nøglespørgsmål vises først på landets side. Kun områder, som spørgsmålet stilles til, kan vælges.
draft-field-worth = Svaret betyder
draft-worth-points = Point
draft-worth-dont-know = Ved ikke: tæller ikke
draft-worth-not-relevant = Ikke relevant: tæller ikke og regnes ikke med i dækningen
draft-points-hint = Et helt tal fra 0 og op; kun hvor svaret giver point
draft-reason = Kræver en begrundelse
draft-help = Hvad svarene betyder for dette spørgsmål
draft-help-lead = Teksten vises under svarmuligheden, når spørgsmålet besvares. Hvert felt kan være tomt.
draft-field-help = Hvad "{ $option }" betyder her
draft-meaning = Hvis du ændrer ordlyd eller svarskala
draft-meaning-hint = Spørgsmålet er knyttet til et i en anden udgave.
draft-meaning-corrected = Det er det samme spørgsmål
draft-meaning-corrected-hint = Kun en rettelse, for eksempel af en stavefejl. Svarene sammenlignes som hidtil.
draft-meaning-reworded = Det er samme sag med andre ord
draft-meaning-reworded-hint = Svarene sammenlignes og mærkes som omformuleret.
draft-meaning-new = Det er et nyt spørgsmål
draft-meaning-new-hint = Svarene sammenlignes ikke med tidligere.
draft-conflict = En anden har gemt imens
draft-conflict-lead = Dit er ikke gemt endnu. Nedenfor står begge dele, og formularen indeholder det, du skrev. Ret den til, og gem igen; så gælder det, du gemmer.
draft-conflict-table = Felter, hvor det er forskelligt
draft-field = Felt
draft-theirs = Gemt af en anden
draft-yours = Skrevet af dig
draft-mistake-title = Skriv en titel på dansk.
draft-mistake-day = Skriv dagen som en dato, for eksempel 2026-02-01.
draft-mistake-measure = Vælg, hvad spørgsmålet måler.
draft-mistake-scale = Vælg en svarskala. Har udgaven ingen, så tilføj først en.
draft-mistake-worth = Vælg, hvad svaret betyder.
draft-mistake-points = Skriv point som et helt tal fra 0 til 65535.
draft-removal = Fjern { $what }?
draft-removal-recommendations = { $count ->
    [one] Pakkens ene anbefaling fjernes også.
   *[other] Pakkens { $count } anbefalinger fjernes også.
 }
draft-removal-questions = { $count ->
    [one] Ét spørgsmål fjernes også.
   *[other] { $count } spørgsmål fjernes også.
 }
draft-removal-links = Det, der fjernes, regnes som udgået i sammenhængen med den tidligere udgave.
draft-removal-undo = Du kan fortryde det bagefter i historikken.
draft-removal-button = Fjern
draft-removal-back = Behold
draft-removal-changed = Kladden er ændret, siden du åbnede siden. Se efter, om du stadig vil fjerne det.
draft-deletion = Slet kladden { $edition }?
draft-deletion-lead = Kladden slettes med sin historik og sin sammenhæng med andre udgaver. Det kan ikke fortrydes. Hent den eventuelt som fil først.
draft-deletion-button = Slet kladden
draft-history-lead = Hver ændring har et nummer. Intet går tabt: Også det, der er fortrudt, står her og kan hentes frem igen.
draft-history-none = Kladden er ikke ændret, siden den blev importeret.
draft-revisions = Alle ændringer
draft-differences = Sammenlign kladden på to tidspunkter
draft-differences-found = { $count ->
    [0] Fra nr. { $from } til nr. { $to }: ingen forskelle
    [one] Fra nr. { $from } til nr. { $to }: { $count } forskel
   *[other] Fra nr. { $from } til nr. { $to }: { $count } forskelle
}
draft-differences-made = Nr. { $number } er fra { $when }. Lavet af: { $author }.
draft-differences-choice = Nr. { $number }, { $when }. { $what }
draft-differences-from = Fra
draft-differences-to = Til
draft-differences-show = Vis forskelle
draft-differences-short = Se forskellen
draft-differences-links = Koblinger til andre udgaver
draft-differences-link-from = Tidligere spørgsmål
draft-differences-link-to = Senere spørgsmål
draft-revision = Nr.
draft-change = Ændring
draft-author = Hvem
draft-author-none = Ikke en bruger
draft-made-at = Hvornår
draft-revert = Gå til
draft-revert-to = Gå til nr. { $number }
draft-current = Gælder nu
draft-made-from = (ud fra nr. { $number })
draft-deed-begun = Oprettet tom
draft-deed-copied = Kopieret fra { $edition }
draft-deed-imported = Importeret fra fil
draft-deed-added = Tilføjet. { $what }
draft-deed-changed = Ændret. { $what }
draft-deed-removed = Fjernet. { $what }
draft-deed-moved = Flyttet. { $what }
draft-deed-linked = Sammenhængen med { $edition } ændret
draft-deed-unknown = Ændret
draft-open = Redigér kladden

# En udgave fra en fil
edition-import = Importér en udgave
edition-import-short = Har du udgaven som fil? Importér den.
edition-import-lead = Filens indhold bliver til en kladde og står uændret, indtil nogen redigerer den. Er der fejl i filen, vises de alle på én gang, og intet gemmes.
edition-import-hint = En YAML-fil i samme format som den, du får, når du henter en kladde. Højst 4 MB.
edition-import-same-key = Hvis der er en kladde med samme nøgle
edition-import-replace = Filen må erstatte kladden. Den gamle kladde bliver stående i historikken.
edition-import-button = Importér filen
draft-replace = Erstat kladden med en fil
refusal-draft-exists = Der er allerede en kladde med nøglen { $key }. Sæt kryds, hvis filen må erstatte den, eller ret nøglen i filen.


# Rettelser af offentliggjorte udgaver
correction-begin = Ret udgaven
correction-title = Ret udgaven { $edition }
correction-lead = En offentliggjort udgave kan ikke ændres. Rettelsen bliver til en ny underudgave med en begrundelse. Runder, der bruger { $edition }, fortsætter med den, og svarene kan stadig sammenlignes.
correction-comparable = I begyndelsen er alle spørgsmål de samme som før. Ændrer du et spørgsmåls ordlyd, vælger du, om det stadig er det samme spørgsmål.
correction-reason = Begrundelse for rettelsen
correction-reason-hint = Begrundelsen vises alle de steder, hvor udgaven vises.
correction-button = Opret rettelsen
correction-mistake-reason = Skriv, hvorfor udgaven rettes.
correction-fault-reason = Der mangler en begrundelse for rettelsen på dansk.
correction-of = Rettelse af
correction-of-edition = Rettelse af { $edition }
correction-corrected = Udgaven er rettet i { $edition }.
correction-begun = Der arbejdes på en rettelse, { $edition }.
correction-breaks = { $count ->
    [one] Svar på { $count } spørgsmål kan ikke længere sammenlignes
   *[other] Svar på { $count } spørgsmål kan ikke længere sammenlignes
}
correction-accept-breaks = Offentliggør rettelsen alligevel
correction-mistake-breaks = Sæt kryds, hvis rettelsen skal offentliggøres, selv om svarene ikke længere kan sammenlignes.
refusal-edition-corrected = Der arbejdes allerede på en rettelse, { $key }. Arbejd videre i den.
refusal-correction-breaks = { $count ->
    [one] Efter rettelsen kan svar på { $count } spørgsmål ikke længere sammenlignes. Offentliggør den på udgavens egen side, hvor du kan godkende det.
   *[other] Efter rettelsen kan svar på { $count } spørgsmål ikke længere sammenlignes. Offentliggør den på udgavens egen side, hvor du kan godkende det.
}


# Oversættelser mellem udgaver
crosswalk-heading = Oversættelsesnøgler
crosswalk-title = Fra { $from } til { $to }
crosswalk-explanation = En oversættelsesnøgle viser, hvad der blev af hvert spørgsmål fra én udgave til den næste. Kun spørgsmål, der er de samme eller blot omformuleret, sammenlignes over tid.
crosswalk-beside = I andre udgaver
crosswalk-none = Der er ingen oversættelsesnøgle til eller fra denne udgave.
crosswalk-earlier = Tidligere: { $edition }
crosswalk-later = Senere: { $edition }
crosswalk-new = Ny i { $edition }
crosswalk-retired = Udgået i { $edition }
crosswalk-whole = Se hele oversættelsesnøglen
crosswalk-relation = Sammenhæng
crosswalk-comparison = Sammenligning
crosswalk-identical = Samme spørgsmål
crosswalk-reworded = Omformuleret
crosswalk-split = Delt i flere
crosswalk-merged = Flere samlet til ét
crosswalk-compared = Sammenlignes
crosswalk-not-compared = Sammenlignes ikke
crosswalk-word-new = Ny
crosswalk-word-retired = Udgået
crosswalk-figure-compared = Sammenlignes
crosswalk-figure-compared-note = koblinger: samme eller omformuleret
crosswalk-figure-listed = Vises uden sammenligning
crosswalk-figure-listed-note = koblinger: delt eller samlet til ét
crosswalk-figure-new = Nye
crosswalk-figure-new-note = spørgsmål uden forgænger
crosswalk-figure-retired = Udgåede
crosswalk-figure-retired-note = spørgsmål uden efterfølger

# Flere stillinger på én gang
chosen-column = Vælg
chosen-choose = Vælg { $post }
chosen-remind = Påmind de valgte
chosen-extend = Forlæng fristen for de valgte
chosen-remind-all = Påmind alle, der mangler
chosen-extend-all = Forlæng fristen for alle, der mangler
chosen-next-page = Du ser først, hvem det gælder. Intet sker, før du bekræfter det.
chosen-reminders-heading = Påmind i runde { $key }
chosen-extensions-heading = Forlæng fristen for flere i runde { $key }
chosen-back-municipality = Tilbage til svar fra { $municipality }
chosen-back-round = Tilbage til runde { $key }
chosen-nobody = Der er ikke valgt nogen stillinger, eller alle har indsendt.
chosen-reminded = { $count ->
    [one] 1 stilling får en påmindelse
   *[other] { $count } stillinger får en påmindelse
 }
chosen-not-reminded = { $count ->
    [one] 1 stilling får ingen påmindelse
   *[other] { $count } stillinger får ingen påmindelse
 }
chosen-extended = { $count ->
    [one] 1 stilling får længere frist og en mail om det
   *[other] { $count } stillinger får længere frist og en mail om det
 }
chosen-untold = { $count ->
    [one] 1 stilling får længere frist, men ingen mail
   *[other] { $count } stillinger får længere frist, men ingen mail
 }
chosen-not-extended = { $count ->
    [one] 1 stilling beholder sin frist
   *[other] { $count } stillinger beholder deres frist
 }
chosen-address = Mailadresse
chosen-why = Hvorfor
chosen-now = Mailene sendes nu.
chosen-later = I dag er ikke en hverdag, så mailene sendes om morgenen den { $day }.
chosen-remind-button = { $count ->
    [one] Send 1 påmindelse
   *[other] Send { $count } påmindelser
 }
chosen-extension-final = Fristen kan kun forlænges én gang for hver stilling og kan ikke ændres bagefter. Runden lukker først, når de forlængede frister er udløbet.
chosen-extension-mistake = Fristen er ikke forlænget
chosen-extend-button = { $count ->
    [one] Forlæng fristen for 1 stilling
   *[other] Forlæng fristen for { $count } stillinger
 }
chosen-handed-in = Har indsendt
chosen-no-address = Ingen mailadresse
chosen-bounced = Mailen kommer retur
chosen-asked-today = Har fået en mail i dag
chosen-retired = Stillingen er nedlagt
chosen-over = Fristen er udløbet
chosen-already-extended = Har allerede fået længere frist

# Kontrol stilling for stilling, og prøverunder for én selv
prepared-heading = Stillinger i runde { $key }
prepared-lead = Det her får hver stilling, hvis runden åbner i dag. Tiden er anslået ud fra antallet af spørgsmål.
prepared-back = Tilbage til kontrollen
prepared-all = Se alle stillinger
prepared-all-municipalities = Alle kommuner
prepared-show = Vis
prepared-show-all = Alle stillinger
prepared-filter = Vis
prepared-much-more = Stillinger, der får meget mere end sidst
prepared-much-more-text = De får mindst en fjerdedel og mindst ti spørgsmål mere end i sidste runde. Se efter, om deres områder er rigtige, eller om spørgsmålene kan deles mellem flere stillinger.
prepared-much-more-see = { $count ->
    [one] Se den ene stilling
   *[other] Se de { $count } stillinger
 }
prepared-new = Stillinger, der ikke blev spurgt sidst
prepared-count = { $count ->
    [one] 1 stilling
   *[other] { $count } stillinger
 }
prepared-caption = Stillinger, der spørges
prepared-minutes = Minutter (skøn)
prepared-last = Spørgsmål sidst
prepared-more = { $count } flere
prepared-try = Prøv
trial-as = Prøv som { $post }
trial-heading = Prøv runden selv
trial-what = Du får en mail med et personligt link og kan svare som den stilling, der spørges om mest. Ingen andre får en mail, og svarene indgår ikke i tal og vises ikke for andre. Prøverunden slettes med sine svar, når du siger til.
trial-button = Lav en prøverunde til mig selv
trial-mark = Kun til dig selv
trial-delete = Slet prøverunden
trial-deletion-what = Prøverunden forsvinder med svar, links og mails og kan ikke hentes tilbage. Stillingerne og andre runder ændres ikke.

# Programmer: årets gang
programmes-title = Programmer
programmes-lead = Et program er en række runder, der kan sammenlignes år for år. Her bestemmer I, hvornår årets runde åbner og lukker, hvad den spørger om, og hvornår der sendes mails.
programmes-none = Der er ingen programmer endnu.
programmes-without = Runder i programmet { $key } findes allerede, men programmet har ingen indstillinger. Runderne oprettes i hånden, og påmindelserne følger de sædvanlige dage.
programmes-set-up = Lav indstillinger for { $key }
programmes-create = Opret et program
programmes-rounds = Runder
programmes-next-opening = Næste runde åbner
programmes-drafting = Runden oprettes
programmes-by-hand = Oprettes i hånden
programmes-draft-days = { $days ->
    [one] Automatisk 1 dag, før den åbner
   *[other] Automatisk { $days } dage, før den åbner
 }
programmes-opening = Runden åbner
programmes-opens-itself = Automatisk på første dag
programmes-opens-on-click = Når en administrator åbner den
programmes-letters = Mails
programmes-settings = Indstillinger
programmes-change = Ret indstillingerne
programmes-closed = Afsluttede runder
programmes-to-round = Gå til runde { $key }
programmes-next = Næste runde: { $year }
programmes-next-itself = Runden oprettes automatisk den { $day }, og administratorerne får en mail om, hvad de skal kontrollere. Den åbner automatisk den { $opens }, hvis ingen ændrer det.
programmes-next-click = Runden oprettes automatisk som kladde den { $day }, og administratorerne får en mail om, hvad de skal kontrollere. Den åbner, når en administrator åbner den. Planlagt åbning: { $opens }.
programmes-next-by-hand = Runden oprettes i hånden.
programmes-next-deleted = Runden er oprettet én gang, og kladden er slettet igen. Den oprettes ikke automatisk en gang til.
programmes-draft-now = Opret runden for { $year } nu
programmes-newest = Den nyeste offentliggjorte udgave
programmes-newest-now = Den nyeste offentliggjorte udgave, nu { $key }
programmes-lacking = Udgave { $edition } har ikke længere disse pakker, så næste runde spørger ikke til dem: { $packages }. Ret indstillingerne.
programmes-plan-announcement = { $days ->
    [one] Varsel 1 dag før åbning
   *[other] Varsel { $days } dage før åbning
 }
programmes-plan-invitation = Invitation, når runden åbner
programmes-plan-reminders = Påmindelse dette antal dage efter åbning: { $days }
programmes-plan-last = { $days ->
    [one] Sidste påmindelse 1 dag før fristen
   *[other] Sidste påmindelse { $days } dage før fristen
 }
programmes-new-heading = Opret et program
programmes-settings-heading = Indstillinger for { $title }
programmes-form-lead = Indstillingerne gælder fra næste runde. En runde, der er åbnet, beholder de mails, der var planlagt, da den åbnede.
programmes-mistakes = Intet er gemt endnu. Ret dette:
programmes-save = Gem indstillingerne
programmes-field-key = Programmets nøgle
programmes-field-key-hint = Et kort navn uden mellemrum og danske bogstaver, for eksempel forebyggelsespakker. Det kan ikke ændres.
programmes-field-title-da = Titel på dansk
programmes-field-title-en = Titel på engelsk
programmes-asked = Hvad runden spørger om
programmes-dates = Hvornår runden er åben
programmes-dates-lead = Falder en dag på en weekend eller helligdag, bliver det den næste hverdag.
programmes-field-opens-day = Åbner den (dag i måneden)
programmes-field-opens-month = Åbner i måneden
programmes-field-closes = Lukker
programmes-closes-weeks = Efter et antal uger
programmes-closes-day = På en fast dag
programmes-field-weeks = Antal uger
programmes-field-closes-day = Lukker den (dag i måneden)
programmes-field-closes-month = Lukker i måneden
programmes-field-draft-days = Antal dage, før den åbner
programmes-field-draft-days-hint = Så lang tid har I til at kontrollere runden. Lad feltet stå tomt, hvis I selv opretter runderne.
programmes-letters-lead = Invitationen sendes, når runden åbner. Mails sendes aldrig i weekender og på helligdage, men den næste hverdag. Varslet og den sidste påmindelse sendes dog hverdagen før.
programmes-field-announcement = Varsel: antal dage, før runden åbner
programmes-field-announcement-hint = Mailen fortæller, at spørgsmålene kommer, og indeholder intet link. Den sendes kun, når runden er sat til at åbne automatisk. Lad feltet stå tomt, hvis den ikke skal sendes.
programmes-announcement-waits = Varslet sendes kun, hvis runden er sat til at åbne automatisk, når dagen kommer.
programmes-field-reminders = Påmindelser: antal dage efter åbning
programmes-field-reminders-hint = Adskil dem med komma, for eksempel 7, 14. Kun de, der mangler at indsende, får dem.
programmes-field-last = Sidste påmindelse: antal dage før fristen
programmes-field-last-hint = Lad feltet stå tomt, hvis den ikke skal sendes.
programmes-mistake-key = Skriv en nøgle, for eksempel forebyggelsespakker.
programmes-mistake-title = Skriv en titel på højst 200 tegn.
programmes-mistake-opens = Vælg en dag, der findes i måneden.
programmes-mistake-closes = Vælg en sidste dag, der findes i måneden.
programmes-mistake-weeks = Skriv et antal uger fra 1 til { $most }.
programmes-mistake-draft-days = Skriv et antal dage fra 1 til { $most }, eller lad feltet stå tomt.
programmes-mistake-days = Skriv et antal dage fra 1 til { $most }, eller lad feltet stå tomt.
programmes-mistake-reminders = Skriv højst { $times } tal fra 1 til { $most } med komma imellem, for eksempel 7, 14.

# aims: what a programme aims at, and how many reach it
aims-aim = Mål
aims-none = Programmet har intet mål
aims-brief = { $name }: { $score } point af 100
aims-of-every = målt på alle anbefalinger
aims-of-level = målt på anbefalinger på niveauet { $level }
aims-change = Sæt et mål
aims-heading = Mål for { $title }
aims-lead = Målet er den score, som pakkens anbefalinger bør nå i en kommune. Det vises som en linje i figurerne, og det tælles op, hvor mange kommuner der når det. Tallet er jeres eget valg. En runde beholder det mål, der gjaldt, da den åbnede; en ny indstilling gælder fra næste runde.
aims-save = Gem målet
aims-score = Mål (score 0-100)
aims-score-hint = Et helt tal. Lad feltet stå tomt, hvis programmet ikke skal have et mål.
aims-level = Hvilke anbefalinger tæller
aims-level-hint = Har en udgave ikke dette niveau, tæller alle pakkens anbefalinger, og det står ved tallene.
aims-level-every = Alle anbefalinger
aims-name-da = Målets navn på dansk
aims-name-en = Målets navn på engelsk
aims-name-hint = Står i figurerne. For eksempel: KL's mål.
aims-words-da = Om målet på dansk
aims-words-en = Om målet på engelsk
aims-words-hint = Hvor målet kommer fra, og hvem der har valgt tallet.
aims-words-limit = Skriv højst { $most } tegn.
aims-mistake-score = Skriv et helt tal fra 0 til 100, eller lad feltet stå tomt.
aims-mistake-level = Vælg et af niveauerne.
aims-mistake-name = Skriv et navn på højst { $most } tegn.
timeline-label = Tidslinje for { $of }
timeline-today = I dag
timeline-drafting = Runden oprettes
timeline-opening = Runden åbner
timeline-closing = Sidste dag for svar
timeline-sent = { $count ->
    [one] 1 mail
   *[other] { $count } mails
 }
timeline-planned = { $count ->
    [one] 1 mail, hvis det var i dag
   *[other] { $count } mails, hvis det var i dag
 }
timeline-at-most = { $count ->
    [one] Højst 1 mail
   *[other] Højst { $count } mails
 }
# crosswalk: hvad en udgave beholder, og koblinger rettet på siden
crosswalk-found = Fra { $from } til { $to }: { $compared } af { $questions ->
    [one] 1 spørgsmål
   *[other] { $questions } spørgsmål
} kan sammenlignes
crosswalk-area = Område
crosswalk-lines = Spørgsmålene side om side
crosswalk-by-package = Hvad der kan sammenlignes, pakke for pakke
crosswalk-by-area = Hvad der kan sammenlignes, område for område
crosswalk-by-area-what = Et spørgsmål sammenlignes kun i de områder, som begge udgaver stiller det til.
crosswalk-questions-in = Spørgsmål i { $edition }
crosswalk-split-or-merged = Delt eller samlet
crosswalk-ended = { $count ->
    [0] Ingen serie slutter.
    [one] 1 serie slutter.
   *[other] { $count } serier slutter.
}
crosswalk-ended-what = Spørgsmålene blev stillet i tidligere runder og kan ikke sammenlignes med noget spørgsmål i { $edition }.
crosswalk-ended-list = Se de serier, der slutter
crosswalk-ended-question = Spørgsmål i { $edition }
crosswalk-ended-rounds = Stillet i runde
crosswalk-ended-became = Hvad der blev af det i { $edition }
crosswalk-all-standings = Alle sammenhænge
crosswalk-unlinked = Uden kobling
crosswalk-shown = { $count ->
    [0] Ingen linjer passer til det, du har valgt.
    [one] 1 linje vises.
   *[other] { $count } linjer vises.
}
crosswalk-may-link = Udgaven er ikke brugt i nogen runde, så koblingerne kan rettes frit. Ved spørgsmål uden kobling står de tidligere spørgsmål, der ligner mest. Læs dem begge, før du kobler.
crosswalk-too-many = Der er så mange spørgsmål uden kobling, at du skal vælge en pakke for at se forslag.
crosswalk-in-use = { $rounds ->
    [one] 1 runde sammenlignes over denne oversættelsesnøgle, og dens tal ændrer sig, når en kobling ændres.
   *[other] { $rounds } runder sammenlignes over denne oversættelsesnøgle, og deres tal ændrer sig, når en kobling ændres.
} Skriv derfor, hvorfor du ændrer den.
crosswalk-link-identical = { $count ->
    [one] Kobl det ene spørgsmål, der er ordret det samme
   *[other] Kobl alle { $count } spørgsmål, der er ordret de samme
}
crosswalk-likeness = Ligner { $percent } %
crosswalk-accept-identical = Kobl som samme spørgsmål
crosswalk-accept-reworded = Kobl som omformuleret
crosswalk-link = Kobling
crosswalk-edit = Ret kobling
crosswalk-question-lead = Spørgsmålet stilles i { $to }. Her kobles det til det, der blev spurgt om i { $from }.
crosswalk-links = Koblinger
crosswalk-links-none = Spørgsmålet er ikke koblet til noget i { $edition } og regnes for nyt.
crosswalk-suggestions = Spørgsmål, der ligner
crosswalk-choose = Kobl til et spørgsmål
crosswalk-choose-question = Vælg et spørgsmål
crosswalk-question-in = Spørgsmål i { $edition }
crosswalk-identical-hint = Samme sag med samme ord. Svarene sammenlignes.
crosswalk-reworded-hint = Samme sag med andre ord. Svarene sammenlignes, og det står ved tallene, at spørgsmålet er omformuleret.
crosswalk-split-hint = Det tidligere spørgsmål er blevet til flere. Vises, men sammenlignes ikke.
crosswalk-merged-hint = Flere tidligere spørgsmål er blevet til dette. Vises, men sammenlignes ikke.
crosswalk-unlink = Fjern koblingen
crosswalk-reason = Hvorfor ændres koblingen?
crosswalk-reason-hint = Står i revisionsloggen. Skriv ingen navne på personer.
crosswalk-save = Gem koblingen
crosswalk-mistake = Koblingen blev ikke gemt
crosswalk-mistake-question = Vælg det spørgsmål i { $edition }, der skal kobles til.
crosswalk-mistake-relation = Vælg, hvordan spørgsmålene hænger sammen.
crosswalk-mistake-taken = Et af de to spørgsmål kan allerede sammenlignes med et andet. Fjern den kobling først, eller vælg delt eller samlet.
crosswalk-mistake-measures = De to spørgsmål måler hver sit og kan ikke kobles.

# changes, preview, publication: en udgave, før den offentliggøres
changes-short = Forskelle fra { $from }
changes-found = Fra { $from } til { $to }: { $count ->
    [0] ingen forskelle
    [one] 1 forskel
   *[other] { $count } forskelle
}
changes-lead = Alt, der er tilføjet, fjernet, flyttet eller ændret, felt for felt. Noget med en ny nøgle regnes for noget nyt.
changes-summary = Forskelle i tal
changes-kind = Hvad
changes-kind-edition = Udgaven selv
changes-kind-key-question = Nøglespørgsmål
changes-kind-scale = Svarskalaer
changes-kind-option = Svarmuligheder
changes-kind-category = Kategorier
changes-kind-level = Niveauer
changes-added = Tilføjet
changes-removed = Fjernet
changes-moved = Flyttet
changes-changed = Ændret
changes-word-added = Tilføjet
changes-word-removed = Fjernet
changes-word-moved = Flyttet
changes-word-changed = Ændret
changes-thing = Navn og nøgle
changes-what = Hvad der er sket
changes-fields = Ændringer
changes-order = Står et andet sted i rækkefølgen.
changes-elsewhere = Flyttet fra { $from } til { $to }.
changes-before = Før:
changes-after = Nu:
changes-empty = tomt
changes-yes = ja
changes-no = nej
changes-points = { $points ->
    [one] 1 point
   *[other] { $points } point
}
changes-dont-know = tæller ikke: ved ikke
changes-not-relevant = tæller ikke: ikke relevant
changes-field-key = Udgavens nøgle
changes-field-name = Titel
changes-field-name-en = Titel på engelsk
changes-field-wording = Ordlyd
changes-field-wording-en = Ordlyd på engelsk
changes-field-hint-en = Vejledning på engelsk
changes-field-help = Hjælp til svarmulighederne
changes-field-help-en = Hjælp til svarmulighederne på engelsk
changes-field-level = Niveau
changes-field-reason = Kræver begrundelse
changes-field-source-status = Hvor sikker kilden er
changes-field-source-en = Kilde på engelsk
preview-short = Forhåndsvisning
preview-title = Sådan ser spørgeskemaet i { $edition } ud
preview-found = Sådan ser spørgeskemaet i { $edition } ud: { $questions ->
    [one] 1 spørgsmål
   *[other] { $questions } spørgsmål
}, skønnet til { $minutes } min.
preview-lead = Vælg en stillings områder, og se spørgsmålene, som lederen ser dem.
preview-areas = Områder, som stillingen dækker
preview-show = Vis spørgsmålene
preview-posts = Eller vælg en stilling
preview-municipality = Kommune
preview-choose-municipality = Vælg en kommune
preview-post = Stilling
preview-choose-another = Vælg andre områder eller en anden stilling
preview-of-areas = Vist for en leder, der dækker: { $areas }.
preview-of-post = Vist for { $post }, { $municipality }, der dækker: { $areas }.
preview-nothing = Udgaven har ingen spørgsmål til de områder.
preview-sections = Afsnit
preview-section = { $area } ({ $questions })
preview-nothing-sent = Du kan prøve svarmulighederne. Intet bliver gemt eller sendt.
publication-short = Offentliggørelse
publication-title = Før { $edition } offentliggøres
publication-title-faults = { $edition } kan ikke offentliggøres: { $count ->
    [one] 1 fejl
   *[other] { $count } fejl
}
publication-lead = Gennemgå udgaven, før den bliver uforanderlig. Intet på siden ændrer noget, før du trykker på knappen nederst.
publication-faults = { $count ->
    [one] Ret fejlen, før udgaven offentliggøres
   *[other] Ret de { $count } fejl, før udgaven offentliggøres
}
publication-faults-first = Udgaven kan først offentliggøres, når fejlene øverst er rettet.
publication-first = Der er ingen anden udgave at sammenligne med.
publication-all-changes = Se alle forskelle, felt for felt
publication-links = Se spørgsmålene side om side, og ret koblingerne
publication-nobody = Ingen stilling på stillingslisten får spørgsmål
publication-leaders = { $posts ->
    [one] 1 stilling får spørgsmål
   *[other] { $posts } stillinger får spørgsmål
}, højst { $most } hver
publication-pace-measured = Tiden er regnet med { $seconds } sekunder pr. spørgsmål, som svarene i den seneste runde har taget.
publication-pace-assumed = Tiden er regnet med { $seconds } sekunder pr. spørgsmål. Det er et skøn, fordi ingen runde endnu har vist det.
publication-posts = Stillinger
publication-minutes = Minutter (skøn)
publication-see = Se spørgeskemaet
publication-idle = { $posts ->
    [one] 1 stilling dækker ingen af de områder, der spørges til, og bliver ikke spurgt.
   *[other] { $posts } stillinger dækker ingen af de områder, der spørges til, og bliver ikke spurgt.
}
publication-preview = Se spørgeskemaet for andre områder eller en bestemt stilling
publication-gaps = Hvad der endnu mangler
publication-without-help = { $count ->
    [0] Alle spørgsmål har en vejledning.
    [one] 1 spørgsmål har ingen vejledning
   *[other] { $count } spørgsmål har ingen vejledning
}
publication-without-about = { $count ->
    [0] Alle spørgsmål angiver, hvad svaret gælder.
    [one] 1 spørgsmål angiver ikke, hvad svaret gælder
   *[other] { $count } spørgsmål angiver ikke, hvad svaret gælder
}
publication-without-source = { $count ->
    [0] Alle spørgsmål har en kilde.
    [one] 1 spørgsmål har ingen kilde
   *[other] { $count } spørgsmål har ingen kilde
}
publication-unconfirmed = { $count ->
    [0] Ingen anbefaling er ubekræftet.
    [one] 1 anbefaling er ubekræftet: den er ikke læst i nogen kilde
   *[other] { $count } anbefalinger er ubekræftede: de er ikke læst i nogen kilde
}
publication-publish = Offentliggør udgaven
publication-final = Når udgaven er offentliggjort, kan den ikke ændres eller slettes. En fejl rettes i en ny udgave.
publication-key = Skriv udgavens nøgle: { $edition }
publication-key-hint = Så er det den rigtige udgave, der offentliggøres.
publication-button = Offentliggør { $edition }
publication-mistake = Udgaven blev ikke offentliggjort
publication-look = Gennemgå og offentliggør

# Runder
rounds-title = Runder
rounds-lead = Hver runde spørger lederne om én udgave af anbefalingerne.
rounds-none = Der er ingen runder endnu.
rounds-create = Opret en runde
rounds-round = Runde
rounds-heading = Runde { $key }
rounds-state = Status
rounds-state-draft = Kladde
rounds-state-scheduled = Planlagt
rounds-state-open = Åben
rounds-state-closed = Lukket
rounds-state-published = Offentliggjort
rounds-test = Prøverunde
rounds-historic = Historisk
rounds-dates = Periode
rounds-edition = Udgave
rounds-programme = Program
rounds-packages = Pakker
rounds-all-packages = Alle udgavens pakker
rounds-rule = Når flere ledere svarer for samme område
rounds-rule-mean = Gennemsnittet tæller
rounds-rule-lowest = Det laveste svar tæller
rounds-rule-highest = Det højeste svar tæller
rounds-coverage = Mindste dækning
rounds-of = { $done } af { $all }
rounds-moment = { $day } kl. { $time }
rounds-waiting-draft = Runden er en kladde. Ingen har fået en mail, og intet kan besvares endnu.
rounds-waiting-scheduled = Runden åbner automatisk den { $day }. Indtil da bliver ingen inviteret, og intet kan besvares.
rounds-invited = Inviteret
rounds-invited-note = stillinger
rounds-mailed = Mails sendt
rounds-mail-failed = { $failed } fejlede, eller det er uvist, om de blev sendt
rounds-no-mail = ingen mails i en historisk runde
rounds-failed = Fejlet eller uvist
rounds-started = Påbegyndt
rounds-not-started = Ikke påbegyndt
rounds-started-note = har åbnet skemaet
rounds-handed-in = Indsendt
rounds-handed-in-at = Indsendt { $moment }
rounds-handed-in-heading = Svar: { $post }
rounds-handed-in-only = Kun indsendte afsnit vises med svar. Kladder kan kun læses af dem, der svarer, og tæller ikke med.
rounds-not-handed-in = Ikke indsendt.
rounds-share = { $share } af de inviterede
rounds-share-column = Andel indsendt
rounds-country = Resultat for hele landet
rounds-result = Resultat
rounds-result-of = Resultatet for { $municipality }
rounds-per-municipality = Svar pr. kommune
rounds-municipality = Kommune
rounds-posts = Stillinger
rounds-post = Stilling
rounds-department = Afdeling
rounds-holder = Kontakt
rounds-last-activity = Seneste aktivitet
rounds-check = Kontrollér runden
rounds-open = Åbn runden
rounds-close = Luk runden
rounds-settings = Ret kladden
rounds-delete = Slet kladden
rounds-unschedule = Lad den ikke åbne automatisk
rounds-settings-heading = Ret runde { $key }
rounds-settings-lead = Runden er en kladde, så alt kan rettes, til den åbner.
rounds-settings-mistakes = Runden er ikke rettet. Ret dette:
rounds-settings-button = Gem kladden
rounds-deletion-heading = Slet runde { $key }
rounds-deletion-what = Kladden forsvinder og kan ikke hentes tilbage. Ingen er spurgt, så ingen svar går tabt.
rounds-deletion-button = Slet kladden
rounds-withdraw = Tag svarene ud igen
rounds-withdrawal-heading = Tag svarene i runde { $key } ud igen
rounds-withdrawal-what = { $posts ->
    [one] Importerede svar fra én stilling forsvinder fra runden og fra alle tal, der bygger på den.
   *[other] Importerede svar fra { $posts } stillinger forsvinder fra runden og fra alle tal, der bygger på den.
}
rounds-withdrawal-then = Bagefter kan svarene importeres på ny med: pejl answers import
rounds-withdrawal-button = Tag svarene ud
sign-off-heading = Underskrift
sign-off-none = Ingen har underskrevet kommunens svar.
sign-off-held = { $who } har underskrevet kommunens svar { $at }. Da havde { $done } af { $all } svaret.
sign-off-overtaken = Der er afleveret svar efter underskriften, og dem dækker den ikke. Underskriv igen, når de er set igennem.
sign-off-lead = Med underskriften står du inde for, at kommunens svar er set igennem. Den ændrer ingen tal.
sign-off-comment = Bemærkning
sign-off-comment-hint = Konsulenterne læser den sammen med underskriften. Højst { $limit } tegn.
sign-off-button = Underskriv kommunens svar
sign-off-again = Underskriv igen
sign-off-withdraw = Træk underskriften tilbage
sign-off-mark = Underskrevet
releases-title = Offentliggjorte tal for runde { $key }
releases-short = Offentliggjorte tal
releases-lead = Når tallene er offentliggjort, ligger de fast. Rettes der senere i svar, i baseline eller i koblingen mellem udgaver, ændrer det dem ikke. En rettelse er en ny offentliggørelse med en begrundelse, og de tidligere kan stadig læses.
releases-shown = Tallene er offentliggjort og ligger fast.
releases-see-all = Se offentliggørelserne
releases-none = Tallene er ikke offentliggjort endnu. Indtil da følger de svarene, som de er nu.
releases-offer-heading = Offentliggør tallene
releases-correct-heading = Ret de offentliggjorte tal
releases-offer-handed-in = { $done } af { $all } afsnit er afleveret i { $municipalities ->
    [one] 1 kommune
   *[other] { $municipalities } kommuner
 }.
releases-offer-baselines = Tallene holdes op mod: { $rounds }.
releases-offer-no-baseline = Der er ingen tidligere runde at holde tallene op mod.
releases-offer-final = Det kan ikke fortrydes, kun rettes med en begrundelse, som alle læsere ser.
releases-same = Intet er ændret siden offentliggørelse { $number }.
releases-differing = { $lines ->
    [one] 1 linje
   *[other] { $lines } linjer
 } i tabellerne med score og ændringer bliver anderledes end i offentliggørelse { $number }.
releases-no-figure-differs = Ingen tal bliver anderledes end i offentliggørelse { $number }, men noget af det, de bygger på, er ændret.
releases-reason = Hvorfor rettes tallene?
releases-reason-hint = Alle, der kan se tallene, læser det. Skriv ikke navne. Højst { $limit } tegn.
releases-letters = Send brevet om resultatet til dem, der har svaret og ikke har fået det endnu
releases-button = Offentliggør
releases-correct-button = Offentliggør rettelsen
releases-caption = Offentliggørelser, den nyeste først
releases-number = Nummer
releases-one = Offentliggørelse { $number }
releases-day = Offentliggjort
releases-reason-short = Begrundelse
releases-first = Den første
releases-sections = Afleverede afsnit
releases-checksum = Kontrolsum
releases-sheet-title = Offentliggørelse { $number } af runde { $key }
releases-is-newest = Det er disse tal, der vises på siderne om runden.
releases-is-older = Der er en nyere offentliggørelse, og det er den, der vises på siderne om runden.
releases-see-newest = Se den nyeste
releases-checksum-about = SHA-256 over tallene og alt, hvad de bygger på. Den, der driver tjenesten, kan regne efter med: pejl release verify
releases-edition = Udgave
releases-baselines = Holdt op mod
releases-packages = Pakker
releases-areas = Områder
releases-files = Alle tal i denne offentliggørelse
releases-scores-file = Score (CSV)
releases-changes-file = Ændringer (CSV)
rounds-baselines = Vælg baseline for hver pakke
rounds-baselines-heading = Baseline for runde { $key }
rounds-baselines-lead = En pakke holdes op mod den tidligste runde, der spurgte til den. Vælg en anden runde her, hvis den er bedre at sammenligne med.
rounds-baselines-earliest = Den tidligste runde, der spurgte
rounds-baselines-without = Spørgsmål uden pakke
rounds-baselines-button = Gem baseline
rounds-cancel = Annullér
rounds-opening-heading = Åbn runde { $key }
rounds-nobody = Runden kan ikke åbnes
rounds-opening-what = Når runden åbner, sker følgende:
rounds-opening-letters = { $letters ->
    [one] 1 mail med et personligt link sendes.
   *[other] { $letters } mails med hver sit personlige link sendes.
 }
rounds-opening-posts = { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
 } i { $municipalities ->
    [one] 1 kommune
   *[other] { $municipalities } kommuner
 } bliver spurgt.
rounds-opening-day = Hvornår
rounds-opening-number = Antal
rounds-opening-sends = Mails, der sendes
rounds-opening-rate = Der sendes højst { $limit } mails i minuttet, så invitationerne er sendt efter cirka { $minutes } minutter.
rounds-opening-frozen = Spørgsmål og stillinger ligger fast. Senere ændringer i kataloget og blandt stillingerne gælder først fra næste runde.
rounds-opening-until = Der kan svares til og med { $day }.
rounds-opening-test = Runden er en prøverunde: Mailene sendes, men svarene indgår ikke i tal.
rounds-opening-button = { $letters ->
    [one] Åbn nu, og send 1 mail
   *[other] Åbn nu, og send { $letters } mails
 }
rounds-schedule-heading = Eller lad runden åbne automatisk
rounds-schedule-what = Runden åbner om morgenen den { $day } for de stillinger, der findes på det tidspunkt. Indtil da kan stillingerne rettes.
rounds-schedule-button = Lad runden åbne den { $day }
rounds-closing-heading = Luk runde { $key }
rounds-closing-what = Når runden lukker, sker følgende:
rounds-closing-handed-in = { $all ->
    [one] { $done } af 1 stilling har indsendt.
   *[other] { $done } af { $all } stillinger har indsendt.
 } Det, der er indsendt, indgår i resultatet.
rounds-closing-missing = { $missing ->
    [0] Alle har indsendt.
    [one] 1 stilling har ikke indsendt alt. Det, der ikke er indsendt, gemmes, men tæller ikke.
   *[other] { $missing } stillinger har ikke indsendt alt. Det, der ikke er indsendt, gemmes, men tæller ikke.
 }
rounds-closing-final = Ingen kan længere svare, heller ikke dem med forlænget frist. En lukket runde kan ikke åbnes igen.
rounds-closing-early = Runden lukker automatisk efter sidste dag, { $day }, og efter de sidste forlængede frister. Luk kun selv, hvis den skal lukke før.
rounds-closing-button = Luk runden nu
rounds-closing-leave = Lad runden være åben
rounds-closing-anyway = Luk runden nu alligevel
rounds-doubtful = Det kan ikke fortrydes bagefter.
rounds-preparation-heading = Kontrol af runde { $key }
rounds-preparation-lead = Sådan bliver runden, hvis den åbner i dag.
rounds-posts-asked = Stillinger, der spørges
rounds-in-municipalities = { $municipalities ->
    [one] i 1 kommune
   *[other] i { $municipalities } kommuner
 }
rounds-letters = Mails, der sendes
rounds-without-email-note = { $posts ->
    [one] 1 stilling uden mailadresse
   *[other] { $posts } stillinger uden mailadresse
 }
rounds-not-asked = Stillinger uden spørgsmål i runden
rounds-not-asked-note = fordi runden ikke spørger til deres områder
rounds-posts-by-questions = Antal spørgsmål pr. stilling
rounds-questions = Spørgsmål
rounds-moved = Stillinger, der har skiftet hænder
rounds-moved-text = I sidste runde endte spørgsmålene hos en anden end den, stillingslisten nævner, fx fordi lederen sendte dem videre. Se efter, hvem der har stillingen nu, og ret kontakten, før runden åbner.
rounds-moved-last = Sidste runde
rounds-moved-coming = Får mailen nu
rounds-without-email = Stillinger uden mailadresse
rounds-all-have-email = Alle stillinger, der spørges, har en mailadresse.
rounds-without-email-text = De får ingen mail og kan ikke svare, før de har fået en mailadresse.
rounds-areas-without-post = Områder uden stilling
rounds-all-areas-covered = Alle områder, der spørges til, er dækket i hver kommune med stillinger.
rounds-areas-text = Ingen i kommunen bliver spurgt om disse områder. De kommer til at stå som ikke spurgt.
rounds-to-opening = Gå videre til åbning
rounds-forewarnings = Tænk over dette, før runden åbner
rounds-forewarning-open = { $posts ->
    [one] Runde { $key } i samme program er stadig åben. Én stilling bliver spurgt i begge runder og får mails fra begge.
   *[other] Runde { $key } i samme program er stadig åben. { $posts } stillinger bliver spurgt i begge runder og får mails fra begge.
}
rounds-forewarning-unlinked = Ingen oversættelsesnøgle fører fra udgave { $edition }, som runde { $key } spurgte om, til denne udgave. Ingen af rundens spørgsmål ({ $asked }) kan sammenlignes med den runde. Importér en oversættelsesnøgle med: pejl crosswalk import FIL
rounds-forewarning-lost = { $asked ->
    [one] Rundens eneste spørgsmål kan ikke sammenlignes
   *[other] { $lost } af { $asked } spørgsmål kan ikke sammenlignes
 } med runde { $key }, som spurgte om udgave { $edition }.
rounds-warnings = Kontrollér dette, før runden åbner
rounds-warning-email = { $posts ->
    [one] 1 stilling har ingen mailadresse og får ingen mail.
   *[other] { $posts } stillinger har ingen mailadresse og får ingen mail.
 }
rounds-warning-moved = { $posts ->
    [one] 1 stilling endte i sidste runde hos en anden end den, stillingslisten nævner.
   *[other] { $posts } stillinger endte i sidste runde hos andre end dem, stillingslisten nævner.
 }
rounds-warning-areas = { $municipalities ->
    [one] 1 kommune har områder, som ingen stilling dækker.
   *[other] { $municipalities } kommuner har områder, som ingen stilling dækker.
 }
rounds-warnings-all = Se hvilke
rounds-new-heading = Opret en runde
rounds-new-lead = Runden bliver en kladde. Ingen får en mail, før du åbner den.
rounds-new-mistakes = Runden er ikke oprettet. Ret dette:
rounds-new-button = Opret kladden
rounds-no-edition = Ingen udgave er offentliggjort, så der er intet at spørge om. Offentliggør en med: pejl catalogue publish UDGAVE
rounds-field-key = Rundens nøgle
rounds-field-key-hint = Et kort navn som 2026. Det står i adresser og filer og kan ikke ændres, når runden er åbnet.
rounds-field-programme = Program
rounds-field-programme-hint = Kun runder i samme program sammenlignes med hinanden.
rounds-field-opens = Første dag
rounds-field-closes = Sidste dag
rounds-field-packages-hint = Lad felterne stå tomme for at spørge til alle udgavens pakker.
rounds-field-rule-hint = Når to stillinger i samme kommune dækker det samme område.
rounds-field-coverage = Mindste dækning i procent
rounds-field-coverage-hint = Så stor en del af de relevante spørgsmål skal være besvaret med andet end "Ved ikke", før en score vises.
rounds-field-test = Prøverunde
rounds-field-test-hint = Mails sendes, og der kan svares, men svarene indgår ikke i tal.
rounds-mistake-key = Skriv en nøgle, for eksempel 2026.
rounds-mistake-programme = Vælg, hvilket program runden hører til.
rounds-mistake-opens = Vælg rundens første dag.
rounds-mistake-closes = Vælg rundens sidste dag.
rounds-mistake-rule = Vælg, hvad der tæller, når flere ledere svarer for samme område.
rounds-mistake-coverage = Skriv mindste dækning som et tal fra 0 til 100, for eksempel 70.
rounds-mistake-last-day = Vælg en dag.
rounds-status-heading = Svar fra { $municipality }
rounds-status-nobody = Ingen stilling i kommunen er spurgt i denne runde.
rounds-status-progress = { $all ->
    [one] { $done } af 1 stilling har indsendt
   *[other] { $done } af { $all } stillinger har indsendt
 }
rounds-call-list = Ringeliste
rounds-call-list-lead = Disse stillinger har ikke indsendt alle deres afsnit endnu.
rounds-call-list-empty = Alle har indsendt. Der er ingen at ringe til.
rounds-progress = Fremdrift
rounds-mail-state = Seneste mail
rounds-areas = Områder
rounds-last-day = Sidste dag
rounds-no-name = Intet navn
rounds-no-phone = Intet telefonnummer
rounds-retired = Nedlagt
rounds-listed-otherwise = Sendt videre
rounds-listed-otherwise-text = I stillingslisten står { $name } ({ $email }). Ret listen, ellers skriver næste runde dertil.
directory-change = Ret
directory-correct = Ret kontaktoplysninger
directory-lead = Det er her, invitationer og påmindelser henter navne og adresser.
directory-nobody = Kommunen har ingen stillinger på listen endnu.
directory-restore = Genopret
directory-retire = Nedlæg stillingen
directory-retired = Nedlagte stillinger
directory-retired-lead = De bliver ikke spurgt mere. Det, de har svaret, bliver stående.
directory-title = Stillinger i { $municipality }
directory-uncovered = Derefter dækker ingen stilling i kommunen: { $areas }. Så er der ingen at spørge om det i næste runde.
contact-danish = Dansk
contact-email = Mailadresse
contact-english = Engelsk
contact-language = Sprog i mails og på svarsider
contact-mistakes = Intet er gemt endnu
contact-name = Navn
contact-open-round = Retter du mailadressen, får den nye adresse et nyt personligt link, og det gamle link holder op med at virke. Gemte svar bevares.
contact-phone = Telefon
contact-round-done = Svaret i runde { $round } er indsendt. Kvitteringer sendes til { $email }.
contact-round-next = De næste mails i runde { $round } sendes til { $email }.
contact-round-nobody = I runde { $round } er der ingen adresse at sende til.
contact-round-passed-on = I runde { $round } er spørgsmålene sendt videre til { $name } ({ $email }), som fortsat får mailene. Oplysningerne her gælder fra næste runde.
contact-round-retired = Stillingen er nedlagt. Runde { $round } sender den ingen påmindelser.
contact-save = Gem
contact-saved = Kontaktoplysningerne er gemt
contact-title = Kontaktoplysninger: { $post }
retirement-back = Tilbage til stillingerne
retirement-button = Nedlæg stillingen
retirement-covered = Alle dens områder dækkes også af andre stillinger i kommunen.
retirement-lead = Stillingen får ingen flere invitationer og påmindelser. Det, den har svaret, bliver stående i alle runder, og den kan genoprettes.
retirement-open-round = Stillingen er spurgt i runde { $round }, som er åben. Den får ingen flere påmindelser, men der kan stadig svares med linket til og med fristen. Bliver der ikke indsendt, mangler svarene i rundens dækning.
retirement-title = Nedlæg { $post }?

# Hvem der mangler: rundens kommuner og ringelisten over alle, der ikke har indsendt.
participation-search = Søg efter kommune
participation-all-regions = Alle regioner
participation-all-groups = Alle kommunegrupper
participation-none = Ingen kommuner passer til det valgte.
participation-missing = Mangler
participation-total = { $count ->
    [one] 1 kommune i alt
   *[other] { $count } kommuner i alt
}
response-heading = Svar dag for dag
response-title = Andel af de inviterede, der har indsendt
response-description = Linjen viser, hvor mange procent af stillingerne der har indsendt alt, for hver dag siden runden åbnede. Er der en tidligere runde i samme program, vises den som en stiplet linje.
response-axis = Dage siden åbning
response-today = I dag er dag { $day } efter åbningen, og { $share } har indsendt.
response-closed = { $share } indsendte, inden runden lukkede på dag { $day }.
response-before = I runde { $key } havde { $share } indsendt på samme dag.
calls-heading = Ringeliste for runde { $key }
calls-lead = Her er alle, der ikke har indsendt, med telefonnummer, den seneste mail og det seneste opkald.
calls-link = Ringeliste over alle, der mangler
calls-count = { $count ->
    [0] Ingen mangler at indsende
    [one] 1 stilling mangler at indsende
   *[other] { $count } stillinger mangler at indsende
 }
calls-none = Ingen passer til det valgte, eller alle har indsendt.
calls-everybody = Alle, der mangler
calls-unreached = Mailen når ikke frem
calls-missing = Mangler
calls-sections = { $all ->
    [one] Mangler { $missing } af 1 afsnit
   *[other] Mangler { $missing } af { $all } afsnit
 }
calls-choose = Vælg { $post }, { $municipality }
calls-xlsx = Hent ringelisten (Excel)
calls-csv = Hent ringelisten (CSV)
grid-calls-title = Ringeliste for runde { $round }
grid-call-department-about = Afdelingens navn i kommunen.
grid-call-post-about = Stillingens navn i kommunen.
grid-call-name = Navn
grid-call-name-about = Den, der er spurgt.
grid-call-phone = Telefon
grid-call-phone-about = Telefonnummer; tomt, hvis det ikke kendes.
grid-call-email-about = Mailadresse; tom, hvis den ikke kendes.
grid-call-sections = Afsnit
grid-call-sections-about = Hvor mange afsnit stillingen er spurgt om.
grid-call-missing-about = Hvor mange af dem der ikke er indsendt.
grid-call-last-day-about = Sidste dag, stillingen kan svare, med forlænget frist.
grid-call-letter = Seneste mail
grid-call-letter-about = Slags: invitation, reminder (påmindelse), last_reminder (sidste påmindelse) eller extended (længere frist).
grid-call-state = Mailens status
grid-call-state-about = accepted betyder modtaget af kommunens mailserver; refused, given_up, bounced og in_doubt betyder, at den ikke er nået frem, eller at det er uvist.
grid-call-sent = Sendt
grid-call-sent-about = Hvornår den seneste mail blev sendt, i UTC.

# Opkald til dem, der mangler: siden for én stilling, ringelistens kolonne, overblikket og hændelsesloggen.
calls-column = Opkald
calls-note = Notér opkald
calls-never = Ikke ringet til endnu
calls-call-back = Ring tilbage { $day }
calls-due = Ring tilbage i dag eller før
calls-never-called = Aldrig ringet til
calls-outcome = Seneste opkald
calls-any-outcome = Uanset udfald
calls-back = Tilbage til ringelisten
call-outcome-reached = Fik fat i lederen
call-outcome-no-answer = Intet svar
call-outcome-wrong-number = Forkert nummer
call-outcome-answers-soon = Svarer snart
call-outcome-wants-call-back = Vil ringes op igen
call-outcome-declines = Afslår at svare
post-calls-title = Opkald til { $post }
post-calls-correction = Ret opkald til { $post }
post-calls-link = Opkald til stillingen
post-calls-answers = Se, hvad der er indsendt
post-calls-new = Notér et opkald
post-calls-outcome = Hvad kom der ud af opkaldet?
post-calls-note = Bemærkning
post-calls-note-hint = Skriv kun, hvad den næste, der ringer, har brug for at vide. Lederen kan bede om at se det.
post-calls-day = Ring tilbage
post-calls-save = Gem opkaldet
post-calls-before = Opkald i denne runde
post-calls-none = Ingen har ringet til stillingen i denne runde.
post-calls-by = Noteret af { $caller }
post-calls-correct = Ret
post-calls-remove = Fjern opkaldet
post-calls-over = Runden er ikke åben. Der kan ikke noteres flere opkald.
post-calls-mistake = Opkaldet er ikke gemt
post-calls-no-outcome = Vælg, hvad der kom ud af opkaldet
post-calls-day-past = Vælg i dag eller en senere dag
post-calls-day-far = Vælg en dag inden for det næste halve år
refusal-call-of-another-day = Et opkald kan kun rettes og fjernes samme dag, som det er noteret.
grid-call-called = Seneste opkald
grid-call-called-about = Hvornår der sidst blev ringet til stillingen i runden, i UTC; tomt, hvis ingen har ringet.
grid-call-outcome = Udfald
grid-call-outcome-about = Hvad der kom ud af det seneste opkald: reached (fik fat i lederen), no_answer (intet svar), wrong_number (forkert nummer), answers_soon (svarer snart), wants_call_back (vil ringes op igen) eller declines (afslår at svare).
grid-call-note = Bemærkning til opkaldet
grid-call-note-about = Hvad der blev noteret ved det seneste opkald. Det kan være personoplysninger.
grid-call-back = Ring tilbage
grid-call-back-about = Den dag, der skal ringes igen; tomt, hvis der ikke er aftalt noget.
home-call-backs = Opkald i dag
home-call-backs-due = { $count ->
    [one] 1 stilling skal ringes op igen i dag (runde { $key })
   *[other] { $count } stillinger skal ringes op igen i dag (runde { $key })
 }
audit-invitation-call = Opkald noteret: { $name }
audit-invitation-correct-call = Opkald rettet: { $name }
audit-invitation-remove-call = Opkald fjernet: { $name }
audit-field-outcome = Udfald

# Fortegnelsen over stillinger: søgning, filer, historik og ændringer
search-title = Stillinger
search-lead = Her står, hvem der bliver spurgt. Søg efter en stilling, ret den, eller indlæs en hel fil.
search-import = Indlæs fil
search-own = { $municipality }
search-template-xlsx = Skabelon med de nuværende stillinger (Excel)
search-template-csv = Skabelon (CSV)
search-export-xlsx = Eksport (Excel)
search-export-csv = Eksport (CSV)
search-text = Søg
search-municipality = Kommune
search-all-municipalities = Alle kommuner
search-area = Område
search-all-areas = Alle områder
search-shown = Vis
search-active = Stillinger, der spørges
search-without-address = Uden mailadresse
search-retired = Nedlagte
search-button = Søg
search-count = { $count ->
    [one] 1 stilling
   *[other] { $count } stillinger
}
search-imported = Filen er indlæst
search-imported-count = { $count ->
    [0] Ingen stillinger er oprettet eller ændret.
    [one] 1 stilling er oprettet eller ændret.
   *[other] { $count } stillinger er oprettet eller ændret.
}
import-title = Indlæs stillinger fra en fil
import-lead = Vælg en CSV- eller Excel-fil. Først ser du, hvad der sker. Intet gemmes, før du trykker "Gennemfør".
import-file = Fil
import-file-hint = CSV eller XLSX, højst 5 MB. Filen læses, men gemmes ikke på stillingslisten endnu.
import-check = Kontrollér filen
import-template = Skabelon
import-template-lead = Hent de nuværende stillinger som fil, ret i den, og indlæs den igen. Det, du ikke retter, ændres ikke.
import-columns = Hvilke kolonner skal filen have?
import-columns-text = Første række er overskriften: kommune, afdeling, stilling, områder, navn, e-mail og telefon, i vilkårlig rækkefølge. Kolonnerne "sprog" (dansk eller engelsk) og "fra dato" er frivillige. Kommunen kan skrives med navn eller kode. Flere områder adskilles af | eller komma. En dato i "fra dato" gør, at personen først overtager stillingen den dag.
import-nothing-written = Intet er gemt
import-faults = { $count ->
    [one] Filen har 1 fejl. Ret den, og indlæs filen igen.
   *[other] Filen har { $count } fejl. Ret dem, og indlæs filen igen.
}
import-faults-heading = Fejl i filen
import-line = Linje
import-where = Hvor
import-cure = Fejl, og hvad du kan gøre
import-more = { $count ->
    [one] Og 1 til.
   *[other] Og { $count } til.
}
import-dry-run = Det sker, når filen indlæses
import-dry-run-lead = Intet er gemt endnu. Se listen igennem, og tryk "Gennemfør".
import-changed-since = Stillingslisten er ændret, siden du så listen. Her er den igen, som den er nu. Intet er gemt.
import-new = Nye stillinger
import-changed = Ændrede stillinger
import-unchanged = Uændrede stillinger
import-restored = Genoprettede stillinger
import-restored-lead = De er nedlagt, men står i filen. De bliver spurgt igen.
import-missing = Stillinger, der ikke står i filen
import-missing-lead = De står på stillingslisten for filens kommuner, men ikke i filen. De bliver stående, medmindre du vælger at nedlægge dem.
import-retire = Nedlæg dem, som ikke er omdøbt
import-renamed = Måske omdøbt
import-renamed-lead = De gamle stillinger står ikke i filen, og de nye ligner dem. En omdøbt stilling beholder sine svar fra tidligere runder.
import-renamed-choose = Sæt kryds ved dem, der er den samme stilling under nyt navn
import-renamed-pair = { $municipality }: { $from } hedder nu { $to }
import-what-changes = Ændring
import-empty = (tom)
import-language = Sprog
import-nothing = Filen ændrer ikke noget.
import-carry-out = Gennemfør
import-other-file = Vælg en anden fil
post-add = Tilføj stilling
post-new-title = Ny stilling i { $municipality }
post-edit = Ret stillingen
post-edit-title = Ret { $post }
post-edit-lead = Ændringen gælder fra næste runde. Runder, der er åbne eller lukkede, beholder det, stillingen blev spurgt som.
post-title = Stilling
post-title-hint = Stillingens navn er kun brugt én gang i kommunen.
post-department = Afdeling
post-areas = Områder
post-areas-hint = Det, stillingen bliver spurgt om. Vælg mindst ét.
post-back = Tilbage til stillingen
holder-new = Ny person i stillingen
holder-title = Ny person: { $post }
holder-lead = Er det den samme person med nye oplysninger, så ret kontaktoplysningerne i stedet.
holder-open-round = Stillingen er spurgt i runde { $round }, som er åben. Den nye person får et personligt link, når skiftet træder i kraft, og det gamle link holder op med at virke. Gemte svar bevares.
holder-from = Fra dato
holder-from-hint = Lad feltet stå tomt, hvis det gælder fra nu. Ellers beholder den nuværende person stillingen til og med dagen før.
holder-save = Gem den nye person
holder-planned = Ny person fra { $day }
proposal-title = Foreslået som ny leder den { $when }
proposal-lead = Den, der blev spurgt, har sendt spørgsmålene videre. Bekræfter du, får stillingen den nye leder, også i andre åbne runder. Afviser du, har stillingen fortsat den leder, der står på stillingslisten, men spørgsmålene bliver hos den, de er sendt til.
proposal-confirm = Bekræft ny leder
proposal-decline = Afvis
holder-withdraw = Fortryd skiftet
merging-link = Læg sammen med en anden
merging-title = Læg { $post } sammen med en anden stilling
merging-lead = Denne stilling nedlægges, og den anden bliver. Svar fra tidligere runder bliver stående under den stilling, der gav dem. Den, der bliver, dækker derefter begge stillingers områder.
merging-nobody = Kommunen har ingen andre stillinger, der spørges.
merging-choose = Vælg en stilling
merging-into = Stilling, der bliver
merging-into-hint = Kun stillinger i samme kommune.
merging-button = Læg sammen
merging-refused = Stillingerne er ikke lagt sammen
history-rounds = Runder
history-no-rounds = Stillingen er ikke spurgt i nogen runde endnu.
history-round = Runde
history-when = Periode
history-period = { $from } – { $to }
history-asked-as = Spurgt som
history-areas-handed-in = Indsendte afsnit
history-of = { $some } af { $all }
history-answers = Besvarede spørgsmål
history-changes = Ændringer
history-no-changes = Der er ingen ændringer i loggen.
history-was-called = hed før { $title }
history-retired = Stillingen blev nedlagt den { $when }. Den bliver ikke spurgt mere.
history-merged-into = Stillingen er nedlagt og lagt sammen med
history-absorbed = Lagt sammen med denne stilling:
changes-newest = Seneste ændringer
changes-file = Fil indlæst.
changes-count = { $what }: { $count }
changes-more = { $count ->
    [one] og 1 til
   *[other] og { $count } til
}
changes-by = Af { $who }.
changes-by-clock = Sket automatisk på datoen.
changes-by-operator = Fra kommandolinjen.
change-added = oprettet
change-title = nyt navn
change-department = ny afdeling
change-areas = andre områder
change-person = ny person eller nye kontaktoplysninger
change-planned-person = ny person fra en senere dato
change-plan-withdrawn = skift af person fortrudt
change-proposal-declined = foreslået ny leder afvist
change-retired = nedlagt
change-restored = genoprettet
change-merged = lagt sammen med en anden stilling
change-absorbed = en anden stilling lagt ind
rounds-no-email = Ingen mailadresse
rounds-no-letter = Ingen mail endnu
rounds-letter-invitation = Invitation
rounds-letter-reminder = Påmindelse
rounds-letter-accepted = Sendt
rounds-letter-failed = Fejlet eller uvist
rounds-letter-waiting = Venter på at blive sendt
rounds-letter-cancelled = Annulleret
rounds-find-successor = Find efterfølger
rounds-find-successor-lead = Mails til stillinger med mærket "Find efterfølger" kommer retur. Ring, og find ud af, hvem der har stillingen nu. Når adressen er rettet på stillingslisten, sendes der automatisk en ny mail.
rounds-sections = { $all ->
    [one] { $done } af 1 afsnit indsendt
   *[other] { $done } af { $all } afsnit indsendt
 }
rounds-sections-missing = Mangler: { $areas }
rounds-extended = Forlænget frist
rounds-extend = Forlæng fristen
rounds-extension-heading = Forlæng fristen for { $post }
rounds-extension-lead = { $department }, { $municipality }. Alle andre svarer senest { $day }.
rounds-extension-final = Fristen kan kun forlænges én gang og kan ikke ændres bagefter.
rounds-extension-day = Ny sidste dag
rounds-extension-hint = En dag efter { $day }.
rounds-extension-button = Forlæng fristen
rounds-extension-mistake = Fristen er ikke forlænget

# figure: fælles ord på sider med resultater
figure-breadcrumbs = Brødkrumme
figure-info = Information
figure-round = Runde { $round }
figure-and = og
figure-package = Pakke
figure-area = Område
figure-areas = Områder
figure-areas-count = { $count ->
    [one] 1 område
   *[other] { $count } områder
 }
figure-municipality = Kommune
figure-all-packages = Alle pakker
figure-all-areas = Alle områder
figure-baseline = Baseline
figure-change = Ændring (point)
figure-points = { $count ->
   *[other] { $change } point
 }
figure-n = N = { $n }
figure-mean-with-n = { $mean } (n = { $n })
figure-mean-with-few = { $mean } (kun n = { $n })
figure-n-municipalities = n = { $n }
figure-weak = Grå, tynde rækker hviler på for få kommuner (n under { $least }) til at sige noget om landet.
figure-suppressed = skjult
figure-suppressed-long = Skjult: der er for få kommuner til, at tallet kan vises
figure-table = Vis tallene som tabel
figure-download = Hent SVG

# Figurer på dias (16:9), med det, der ellers står på siden omkring dem
figure-download-slide = Hent som dias (SVG)
figure-download-png = Hent som dias (PNG)
slide-source = Kilde: { $service }, runde { $round }, afsluttet { $day }.
slide-source-open = Kilde: { $service }, runde { $round }. Foreløbige tal, runden er åben til { $day }.
slide-source-rounds = Kilde: { $service }, runde { $rounds }. Seneste runde er fra { $year }.
slide-answered = Kommuner, der har svaret: { $answered } af { $population }.

# Figurer på siden
figure-rounding = Ændringer er beregnet før afrunding. Derfor kan en ændring afvige med 1 fra forskellen mellem de viste tal.
figure-per-package = Baseline og nu pr. pakke
figure-per-area = Baseline og nu pr. område
figure-paired-description = Score 0-100 ved baseline og nu for de svar, der kan sammenlignes, med ændringen i point.
figure-score-caption = Score 0-100.
figure-paired-caption = Ring og cirkel bygger kun på de svar, der findes både ved baseline og nu. Under ændringen står, hvor mange af rundens spørgsmål der kan sammenlignes.
figure-unpaired = { $round }, alle svar
figure-unpaired-caption = En firkant er scoren nu af alle svar. Den kan ikke sammenlignes med baseline og heller ikke med cirklerne.
figure-unpaired-alone = Firkanterne er scoren af alle svar.
figure-held-against = Baseline er runde { $rounds }.
figure-no-baseline = Der er ingen tidligere runde at sammenligne med.
figure-comparable = { $matched } af { $questions } spørgsmål
figure-reworded = * Nogle af spørgsmålene er omformuleret siden baseline.
figure-moved = { $improved } / { $unchanged } / { $declined }
figure-provisional = Foreløbige tal
figure-provisional-why = Runden er stadig åben. Tallene ændrer sig, efterhånden som lederne indsender deres svar.
figure-test-round = Prøverunde: Tallene indgår ikke i nogen sammenligning.

# measure: hvad tallene måler
measure-implementation = Implementering
measure-awareness = Kendskab
measure-overall = Samlet vurdering
measure-implementation-explained = Implementering: hvor langt arbejdet med anbefalingerne er nået.
measure-awareness-explained = Kendskab: hvor kendte pakkerne er blandt ledere, planlæggere og konsulenter i området.
measure-overall-explained = Samlet vurdering: kommunens egen vurdering af, i hvilken grad indsatsen lever op til anbefalingerne i pakken (i udgaven 2012-13 dem på grundniveau).

# state: hvorfor der ikke er et tal
state-not-asked = ikke spurgt
state-not-applicable = ikke relevant
state-insufficient = utilstrækkeligt grundlag, dækning { $coverage }
state-insufficient-pair = utilstrækkeligt grundlag for sammenligning, dækning { $coverage }
state-insufficient-all = ingen kommuner har tilstrækkeligt grundlag
state-not-comparable = kan ikke sammenlignes med tidligere
state-first-asked = spurgt for første gang
state-unanswered = ikke besvaret

# card: nøgletal
card-measure = { $measure }, score 0-100
card-change = { $change } siden baseline ({ $rounds }), parret
card-coverage = Dækning, implementering
card-coverage-note = { $applicable ->
    [one] { $valid } af 1 relevant felt har et svar med score
   *[other] { $valid } af { $applicable } relevante felter har et svar med score
 }
card-few-municipalities = { $n ->
    [one] Kun 1 kommune: for få til at sige noget om landet
   *[other] Kun { $n } kommuner: for få til at sige noget om landet
 }
card-municipalities = n = { $n ->
    [one] 1 kommune
   *[other] { $n } kommuner
 }
card-nation-change = { $n }. { $change } siden baseline ({ $rounds }), parret, n = { $paired }
card-answered = Kommuner, der har svaret
card-answered-figure = { $answered } / { $population }
card-answered-note = Mindst ét afsnit er indsendt

# column: overskrifter i tabeller med resultater
column-about = Pakke eller område
column-baseline = Baseline
column-paired-baseline = Parret score ved baseline
column-paired-current = Parret score nu
column-paired-change = Parret ændring (point)
column-paired-n = n, parret
column-moved = Frem / uændret / tilbage (kommuner)
column-comparable = Kan sammenlignes
column-pair-coverage = Dækning af par
column-score-then = Score ved baseline, alle svar
column-score-now = Score nu, alle svar
column-score-then-n = Score ved baseline, alle svar (n)
column-score-now-n = Score nu, alle svar (n)
column-unpaired-change = Uparret ændring (point)
column-coverage = Dækning nu
column-coverage-mean = Dækning nu, alle kommuner
column-dont-know = Ved ikke (felter)
column-strict = Score, hvor "Ved ikke" tæller 0
column-disagreeing = Felter med forskellige svar

# saved-views: sider med tal, som man vender tilbage til
saved-views-title = Gemte visninger
saved-views-lead = Sider med tal, som du vil finde igen, med de valg, du har gjort.
saved-views-none = Du har ingen gemte visninger. Nederst på hver side med tal kan du gemme den.
saved-views-shared = Delt af kolleger
saved-views-is-shared = Delt
saved-views-edit = Ret
saved-views-edit-title = Ret en gemt visning
saved-views-save = Gem denne visning
saved-views-all = Se alle gemte visninger
saved-views-form-lead = Visningen gemmer de valg, du har gjort på siden, ikke tallene. Tallene er altid de nyeste.
saved-views-name = Navn
saved-views-name-missing = Skriv et navn.
saved-views-name-too-long = Navnet må højst fylde { $most } tegn.
saved-views-mistake = Visningen er ikke gemt
saved-views-share = Del visningen med kolleger
saved-views-share-hint = Alle, der kan logge på, kan se navnet og åbne visningen. Hver ser kun de tal, de har adgang til.
saved-views-submit = Gem
saved-views-delete = Slet visningen

# sheet: mødearket, en kommune på to sider
sheet-title = Mødeark: { $municipality }, runde { $round }
sheet-link = Mødeark til udskrift, to sider
sheet-back = Tilbage til kommunens resultat
sheet-print = Udskriv mødearket
sheet-standing = Her står kommunen
sheet-now = Score nu
sheet-change = Ændring siden baseline
sheet-explained = Ændringen bygger kun på de spørgsmål og områder, der er besvaret begge gange.
sheet-gains = Mest at hente
sheet-gains-explained = Så meget ville kommunens score for implementering stige, hvis anbefalingen var gennemført fuldt ud i de nævnte områder.
sheet-areas = { $count ->
    [one] ét område
   *[other] { $count } områder
}
sheet-no-gains = Alle anbefalinger, der er svaret på, er gennemført fuldt ud.
sheet-moves = Det har flyttet sig mest
sheet-risen = Frem
sheet-fallen = Tilbage
sheet-moved = fra { $then } til { $now }
sheet-no-moves = Ingen anbefaling kan sammenlignes med baseline, eller alle står, hvor de stod.
sheet-advice = Råd til kommunen
sheet-missing = Mangler at svare
sheet-missing-count = { $count ->
    [0] Alle stillinger, der er spurgt, har indsendt deres svar.
   *[other] { $count } af { $asked } har ikke indsendt endnu:
}
sheet-comments = Ledernes begrundelser
sheet-no-comments = Der er ikke skrevet noget om de anbefalinger, som arket nævner.
sheet-all-comments = { $count ->
    [one] Læs den ene begrundelse eller bemærkning fra runden
   *[other] Læs alle { $count } begrundelser og bemærkninger fra runden
}
sheet-printed = Fra { $service }, { $day }.

# advice: råd til en kommune om en af dens anbefalinger
advice-heading = Råd i runde { $round }
advice-list-title = Råd til { $municipality }
advice-who-reads = Rådene læses af kommunens koordinator, af de konsulenter, der følger kommunen, og af administratorer. Ledere ser dem ikke, og de ændrer ingen tal.
advice-where-to-write = Vælg en pakke ovenfor for at skrive et råd om en af dens anbefalinger.
advice-none = Der er ikke skrevet nogen råd endnu.
advice-all = Alle råd til { $municipality } fra alle runder
advice-place-title = Råd om { $recommendation }
advice-round = runde { $round }
advice-back-to-answers = Svarene fra { $municipality }
advice-back-to-place = Alle råd om anbefalingen
advice-new = Skriv et råd
advice-write = Skriv et råd
advice-count = { $count ->
    [one] 1 råd
   *[other] { $count } råd
}
advice-text = Rådet
advice-text-hint = Skriv, hvad kommunen kan gøre, og hvor den kan begynde. Skriv ikke om enkelte borgere eller ledere. Koordinatoren kan se din brugers mailadresse ved rådet.
advice-send = Giv rådet
advice-save = Gem ændringen
advice-mistake = Rådet er ikke gemt endnu
advice-change = Ret eller træk tilbage
advice-see-history = Se, hvad der er rettet
advice-by = Råd fra { $by }
advice-edited = Rettet { $day }.
advice-withdraw-lead = Trækkes rådet tilbage, vises det ikke længere ved anbefalingen. Teksten bliver i historikken nedenfor.
advice-withdraw = Træk rådet tilbage
advice-withdrawn = Rådet er trukket tilbage.
advice-history = Historik
practice-text-missing = Skriv en tekst.
practice-text-too-long = Teksten må højst fylde { $most } tegn.

# practice: eksempler på god praksis
practice-title = God praksis
practice-lead = Eksempler fra kommuner, der ifølge deres egne svar har gennemført anbefalingen fuldt ud. Spørg dem, hvordan de gjorde.
practice-examples = Find et eksempel
practice-all = Se alle eksempler
practice-of-recommendation = Eksempler på god praksis
practice-waiting = Eksempler, der venter på godkendelse
practice-own = Jeres egne eksempler
practice-share-one = Del et eksempel fra jeres kommune
practice-share-from-result = Del et eksempel på god praksis
practice-words = Søg i eksemplerne
practice-all-recommendations = Alle anbefalinger
practice-region = Region
practice-all-regions = Alle regioner
practice-group = Kommunegruppe
practice-all-groups = Alle kommunegrupper
practice-found = { $count ->
    [0] Ingen eksempler passer til det, du søger.
    [one] 1 eksempel
   *[other] { $count } eksempler
}
practice-from-round = Fra runde { $round }.
practice-contact = Kontakt
practice-phone-short = tlf.
practice-told = Et godt eksempel fra { $municipality }, runde { $round }
practice-state-waiting = afventer
practice-state-shown = vist
practice-state-declined = afvist
practice-state-withdrawn = trukket tilbage
practice-newest = Den nyeste udgave
practice-shown-meanwhile = Udgaven ovenfor vises, indtil den nye er godkendt.
practice-declined-because = Afvist med begrundelsen:
practice-decision = Skal eksemplet vises?
practice-decision-lead = Se efter, om teksten er kommunens egen, om andre kan bruge den, og om kontakten er en funktion og ikke en privatperson.
practice-show = Vis eksemplet
practice-decline = Afvis eksemplet
practice-decline-mistake = Eksemplet er ikke afvist endnu
practice-reason = Hvorfor vises eksemplet ikke?
practice-reason-hint = Kommunens koordinator læser begrundelsen og kan rette eksemplet.
practice-deeds = Ret eller træk tilbage
practice-change = Ret eksemplet
practice-change-lead = Rettelsen skal godkendes, før den vises.
practice-withdraw-lead = Trækkes eksemplet tilbage, vises det ikke længere, og kontakten slettes.
practice-withdraw = Træk eksemplet tilbage
practice-share-title = Del et eksempel på god praksis
practice-carried-out-lead = Disse anbefalinger har { $municipality } gennemført fuldt ud i runde { $round }: Alle områder, der er spurgt, har svaret, og alle svar er det bedste. Vælg den, I vil fortælle andre om.
practice-nothing-carried-out = Ingen anbefaling er gennemført fuldt ud i alle de områder, der er spurgt.
practice-back-to-carried-out = Tilbage til anbefalingerne
practice-form-title = Del et eksempel: { $recommendation }
practice-form-tells = Når eksemplet vises, kan man se, at { $municipality } har svaret grønt på anbefalingen i runde { $round }. Ingen andre af kommunens tal bliver vist.
practice-form-who-reads = En konsulent eller administrator læser eksemplet, før det vises. Derefter kan alle med en bruger i tjenesten læse det, og det kan blive vist til ledere i andre kommuner, som har noget at hente ved anbefalingen.
practice-name = Overskrift
practice-name-hint = Kort og konkret, for eksempel ”Røgfri skoletid på alle skoler”.
practice-body = Hvad gjorde I?
practice-body-hint = Jeres egne ord om, hvad I gjorde, hvad der virkede, og hvad I ville gøre anderledes. Skriv ikke om enkelte borgere eller medarbejdere.
practice-contact-lead = Angiv en funktion, som andre kommuner kan skrive til, ikke en privatperson. Kontakten vises sammen med eksemplet og slettes, når I trækker det tilbage.
practice-function = Funktion
practice-function-hint = For eksempel ”Sundhedsafdelingen” eller ”Tobaksforebyggelsen”.
practice-email = Mailadresse
practice-email-hint = Helst en fælles postkasse.
practice-phone = Telefon
practice-phone-hint = Et hovednummer eller afdelingens nummer.
practice-bad-address = Skriv en mailadresse, for eksempel sundhed@example.org.
practice-send = Send til godkendelse
practice-mistake = Eksemplet er ikke sendt endnu

# municipality: en kommunes resultat
municipality-title = { $municipality }: resultat { $round }
municipality-returned = { $returned } af { $sections } afsnit er indsendt.
municipality-posts = Svar pr. stilling
municipality-posts-explained = Læs, hvad hver stilling har svaret, med begrundelser og bemærkninger.
municipality-posts-status = Se, hvem der har svaret, og ringelisten
municipality-post-missing = ikke indsendt endnu
municipality-packages-title = { $municipality }: implementering pr. pakke
municipality-areas-title = { $municipality }: implementering pr. område
answers-title = Hvor er der mest at hente: { $what }
answers-explained = De laveste svar står først. Har lederne svaret forskelligt, vises alle svar og den samlede værdi.
answers-close = Vis kun oversigten
answers-recommendation = Anbefaling
answers-then = Svar ved baseline
answers-now = Svar nu
answers-disagree = forskellige svar
answers-value = værdi { $value }
benchmarks-title = Sammenlignet med andre
benchmarks-caption = Implementering pr. pakke i runde { $round }: gennemsnit af kommunernes score 0-100
benchmarks-explained = Gennemsnit af kommunernes scorer. Hver kommune tæller én gang. Tal, der hviler på færre end 5 kommuner, eller som kunne afsløre en enkelt kommune, er skjult.
benchmarks-other-round = Runden er ikke lukket endnu, så alle tal her er fra runde { $round }, den nyeste lukkede.
benchmarks-own = Kommunen
benchmarks-nation = Hele landet
benchmarks-chosen = { $count ->
    [one] 1 valgt kommune
   *[other] { $count } valgte kommuner
 }
# aim: what a round is held to, on the pages of its figures
aim-named = { $name }: { $score }
aim-of-level = Målet holdes op mod scoren for anbefalingerne på niveauet { $level } alene.
aim-of-all = Målet holdes op mod scoren for alle pakkens anbefalinger.
aim-lacks-level = Udgaven har ikke niveauet { $level }. Derfor holdes målet op mod scoren for alle pakkens anbefalinger.
aim-chosen = Tallet er programmets eget valg.
aim-caption = Den stiplede linje er { $name }. Den holdes op mod scoren af alle svar.
aim-caption-level = Den stiplede linje er { $name }. Romben er scoren nu for anbefalingerne på niveauet { $level }, og det er den, der holdes op mod målet.
aim-described = Den stiplede linje er { $name }.
aim-count = { $count } af { $n }
aim-reached-short = { $reached } når målet
aim-is-reached = når målet
aim-is-not-reached = under målet
aim-most = Flest kommuner når målet i { $subject }: { $reached }
aim-nation-explained = Tallene er antallet af kommuner, der når målet, af dem, der har en score. Er det færre end 5, eller kunne en enkelt kommune udpeges, er tallet skjult. Ved baseline er de holdt op mod det samme mål; det gælder kun pakker, hvor begge runder spurgte om det samme.
aim-table = Kommuner, der når målet, pr. pakke
aim-own-table = Målet pr. pakke
aim-column-score = Score, der holdes op mod målet
aim-column-now = Kommuner, der når målet nu
aim-column-then = Kommuner, der nåede målet ved baseline
aim-column-own = Score
aim-column-reached = Målet
aim-then = { $reached } (runde { $round })
aim-not-comparable = kan ikke sammenlignes
aim-own-none = { $name }. Pakker, der når målet: ingen af { $of }
aim-own-some = { $name }. Pakker, der når målet: { $count } af { $of } ({ $packages })
grid-aim-about = Den score 0-100, som programmet vil have pakkens anbefalinger op på. Tom, hvor der intet mål er.
grid-aim-score-about = Gennemsnit af kommunernes score 0-100 for de anbefalinger, der holdes op mod målet.
grid-aim-reached-about = Antal kommuner, hvis score afrundet til et helt tal når målet. Tom, hvor tallet er skjult.
grid-aim-n = Kommuner med en score, der holdes op mod målet
grid-aim-n-about = Antal kommuner med tilstrækkeligt grundlag for den score, der holdes op mod målet.
grid-aim-then-round = Målets baselinerunde
grid-aim-then-round-about = Den runde, som antallet ved baseline er fra. Tom, hvor de to runder ikke spurgte om det samme.
grid-aim-then-n = Kommuner med en sådan score ved baseline
aim-trend-title = Kommuner, der når målet
aim-trend-caption = Kommuner, der når målet, pr. pakke og runde
aim-trend-explained = Alle runder er holdt op mod målet for runde { $round }. En stjerne betyder, at runden ikke kan sammenlignes med den foregående, fordi der blev spurgt om noget andet.
aim-not-joined = { $reached } *
aim-step = I alle pakker samlet går antallet af kommuner, der når målet, fra { $before } i runde { $since } til { $reached } i runde { $now }
aim-rounds-of-level = I runde { $rounds } tæller kun anbefalingerne på niveauet { $level }.
aim-rounds-of-all = I runde { $rounds } har udgaven ikke niveauet, og der tæller alle anbefalinger.

# peers: own score beside others as a chart
peers-title = { $municipality } og andre kommuner, runde { $round }
peers-above = { $municipality } skiller sig mest ud i { $subject }: { $count ->
    [one] 1 point
   *[other] { $count } point
 } over { $others }
peers-below = { $municipality } skiller sig mest ud i { $subject }: { $count ->
    [one] 1 point
   *[other] { $count } point
 } under { $others }
peers-level = { $municipality } ligger på niveau med de andre
peers-nation = hele landet
peers-lead = Tallene for enden af hver række viser, hvor mange point kommunen ligger over (+) eller under (−) de andre.
peers-description = Kommunens score 0-100 for hver pakke ved siden af gennemsnittet i landet, regionen og kommunegruppen, med forskellen i point.
peers-differences = Kommunens forskel i point til
peers-largest = Den største forskel er indrammet.
peers-hidden = »Skjult« betyder, at tallet kunne afsløre en enkelt kommune.
peers-weak = Grå tal hviler på færre end { $least } kommuner.
peers-rounding = Forskelle er beregnet før afrunding og kan derfor afvige med 1 fra de viste tal.
peers-cell = forskel { $difference }
peers-cell-largest = forskel { $difference }, den største

# groups of municipalities
group-capital = Hovedstadskommuner
group-metropolitan = Storbykommuner
group-provincial = Provinsbykommuner
group-commuter = Oplandskommuner
group-rural = Landkommuner
transitions-title = Hvor svarene er flyttet hen
transitions-explained = Hvert felt med præcis ét svar ved baseline og nu. Rækken er svaret ved baseline, kolonnen svaret nu; fed skrift er uændret.
transitions-caption = Svar ved baseline og nu, antal felter (skala: { $scale })
flow-title = Hvor svarene er flyttet hen: { $name } (skala: { $scale })
flow-description = To søjler med svarene ved baseline og nu. Båndene imellem viser, hvor mange felter der gik fra hvert svar til hvert svar.
flow-caption = Hvert bånd er felter med ét svar ved baseline og ét nu. Jo tykkere bånd, jo flere felter. Farven er svaret ved baseline.
flow-said = { $better } af felterne har fået et bedre svar, { $worse } et dårligere
flow-cells = Felter, der kan sammenlignes: { $cells }.
transitions-then = Ved baseline
transitions-now = Nu: { $answer }
transitions-apart = Ikke med i tabellen: { $disagreeing ->
    [one] 1 felt
   *[other] { $disagreeing } felter
 } med forskellige svar og { $unanswered ->
    [one] 1 felt
   *[other] { $unanswered } felter
 }, der kun er besvaret i den ene runde eller slet ikke.

# finding: det vigtigste i én sætning
finding-rise-most = { $subject } er steget mest: { $points } i { $n ->
    [one] 1 kommune
   *[other] { $n } kommuner
 }
finding-rise = { $subject } er steget: { $points } i { $n ->
    [one] 1 kommune
   *[other] { $n } kommuner
 }
finding-fall-most = { $subject } er faldet mest: { $points } i { $n ->
    [one] 1 kommune
   *[other] { $n } kommuner
 }
finding-fall = { $subject } er faldet: { $points } i { $n ->
    [one] 1 kommune
   *[other] { $n } kommuner
 }
finding-still = { $n ->
    [one] Der er ingen ændring i den ene kommune, der kan sammenlignes
   *[other] Der er ingen ændring i de { $n } kommuner, der kan sammenlignes
 }
finding-own-rise-most = { $municipality } er gået mest frem med { $subject }: { $points }
finding-own-rise = { $municipality } er gået frem med { $subject }: { $points }
finding-own-fall-most = { $municipality } er gået mest tilbage med { $subject }: { $points }
finding-own-fall = { $municipality } er gået tilbage med { $subject }: { $points }
finding-own-still = { $municipality } ligger, hvor den lå
finding-basis = { $measure }, parret ændring siden runde { $rounds }. { $comparable } kan sammenlignes.
finding-own-basis = { $cells ->
    [one] 1 felt er besvaret
   *[other] { $cells } felter er besvaret
 } i begge runder.
finding-step-rise = { $name }: implementering steg fra { $since } til { $now } ({ $points })
finding-step-fall = { $name }: implementering faldt fra { $since } til { $now } ({ $points })
finding-step-still = { $name }: implementering er uændret fra { $since } til { $now }

# country: alle kommuner i en runde
country-short = Hele landet
country-title = Hele landet: resultat { $round }
country-short-own = Dine kommuner
country-title-own = Dine kommuner: resultat { $round }
country-packages-title = { $measure } pr. pakke, hele landet
country-areas-title = { $measure } pr. område, hele landet
country-figure-description = Gennemsnit af kommunernes score 0-100 ved baseline og nu for de svar, der kan sammenlignes, med den gennemsnitlige ændring i point.
country-figure-caption = Gennemsnit af kommunernes score 0-100, hver kommune tæller én gang. n er antallet af kommuner.
country-open-hidden = Tal for hele landet vises, når runden er lukket.
country-see-closed = Se hele landet i runde { $round }
country-missing = { $count ->
    [one] 1 kommune har ikke indsendt noget
   *[other] { $count } kommuner har ikke indsendt noget
 }
country-partly = { $count ->
    [one] 1 kommune mangler nogle afsnit
   *[other] { $count } kommuner mangler nogle afsnit
 }
filter-measure = Hvad der måles
filter-show = Vis
filter-words = Søg i spørgsmålene
filter-all-areas = Alle områder
filter-all-packages = Alle pakker
filter-level = Niveau
filter-all-levels = Alle niveauer
filter-recommendations = Anbefalinger
filter-all-recommendations = Alle anbefalinger
filter-central = Kun de centrale
heat-title = Kommune og pakke
heat-caption = { $measure }, score 0-100 i runde { $round }.
heat-area = Område: { $area }.
heat-explained = En streg betyder, at der ikke er en score: Der blev ikke spurgt, intet er relevant, eller grundlaget er utilstrækkeligt. Vælg en overskrift for at sortere.
heat-region = { $region } (gennemsnit)
heat-by-region = Vis kommunerne region for region
heat-together = Vis alle kommuner samlet
heat-areas-title = Område og pakke
heat-areas-caption = { $measure }, gennemsnit af kommunernes score 0-100 i runde { $round }.
heat-areas-explained = En streg betyder, at der ikke er spurgt om pakken i området, eller at tallet ikke kan vises. Et tal fører til spørgsmålene bag.
heat-all = Alle
heat-none = ingen score
sort-ascending = (sortér, laveste først)
sort-descending = (sortér, højeste først)
overall-title = Samlet vurdering: andel, der svarer "i høj grad"
overall-then = "I høj grad" ved baseline
overall-now = "I høj grad" nu
overall-change = Ændring (procentpoint)
overall-share = { $share } ({ $count } af { $n }, { $round })
overall-share-split = { $share } (N = { $n }, { $round })
published-none = Demo: Ingen af disse andele er offentliggjort. De er alle genererede.
published-explained = Demo: De genererede svar er afstemt, så disse andele er de samme som de offentliggjorte. Alle andre andele er genererede.
published-share = { $package } { $year }: { $share } %.
published-sif = Kilde: Statens Institut for Folkesundhed, SDU (sdu.dk/da/sif/ugens_tal/02_2018).
published-sif-less-the-rise = Udledt: 44 % i 2017 minus den offentliggjorte stigning på 9 procentpoint siden 2015. Kilde: Statens Institut for Folkesundhed, SDU (sdu.dk/da/sif/ugens_tal/02_2018).
published-hjerteforeningen = Kilde: Hjerteforeningen, marts 2014. At "lever op til" her svarer til "i høj grad", er udledt.
key-questions-title = To nøglespørgsmål
key-questions-explained = To af spørgsmålene fra den første monitorering (2013): handlingsplaner for mad og måltider i botilbud samt kendskab til pakkerne i psykiatri og handicap.

# drill: fra et tal ned til svarene
drill-package-title = { $package }: resultat { $round }
drill-package-areas = { $package }: implementering pr. område, hele landet
drill-catalogue = Se i kataloget
drill-recommendations = Anbefalinger
drill-recommendations-lead = Andelen af kommuner, der har valgt det bedste svar. Vælg en anbefaling for at se svarene i hvert område.
drill-municipalities-title = Kommune og område
drill-heat-explained = En streg betyder, at der ikke er en score. Vælg et tal for at se svarene bag det.
drill-areas-title = Svar pr. område: { $question }
drill-question = Se kommunernes svar
drill-answers-title = Kommunernes svar
drill-answers-lead = De laveste svar står først. Vælg en overskrift for at sortere og en kommune for at se dens svar på hele pakken.
drill-answer-in = Svar i { $round }
overall-best-then = Bedste svar ved baseline
overall-best-now = Bedste svar nu

# questions: rundens spørgsmål
questions-title = Spørgsmål i runde { $round }
questions-title-short = Se fordelingen af hvert spørgsmål
questions-short = Spørgsmål
questions-question = Spørgsmål
questions-lead = Vælg et spørgsmål for at se, hvordan der blev svaret ved baseline og nu.
questions-found = { $count ->
    [one] 1 spørgsmål
   *[other] { $count } spørgsmål
 }
questions-without-package = På tværs af pakkerne
question-any-area = (navn)
question-comparability = Sammenlignelighed
question-wordings = Spørgsmålet og dets forgænger
question-wording = Ordlyd i { $round }
comparability-same = Samme spørgsmål som ved baseline. Svarene kan sammenlignes.
comparability-reworded = Omformuleret siden baseline. Svarene sammenlignes, men læs begge ordlyde.
comparability-not-asked = Spørgsmålet blev ikke stillet ved baseline.
comparability-split = Et spørgsmål ved baseline er blevet delt i flere. Svarene sammenlignes ikke.
comparability-merged = Flere spørgsmål ved baseline er samlet til ét. Svarene sammenlignes ikke.
comparability-new = Nyt spørgsmål siden baseline. Der er intet at sammenligne med.
comparability-same-short = samme spørgsmål
comparability-reworded-short = omformuleret
comparability-new-short = nyt spørgsmål
comparability-split-short = kan ikke sammenlignes: delt i flere
comparability-merged-short = kan ikke sammenlignes: samlet af flere
comparability-none-short = kan ikke sammenlignes
distribution-title = Svarfordeling
distribution-description = Andel af kommuner, der har valgt hvert svar. "Ved ikke" og "Ikke relevant" vises som svar.
distribution-caption = Andel af de N kommuner, der har svaret. Har en kommune flere svar, tæller de tilsammen som ét. Gyldig andel i tabellen er uden "Ved ikke" og "Ikke relevant".
distribution-answer = Svar
distribution-share = { $round }: andel
distribution-valid-share = { $round }: gyldig andel
distribution-n = N (kommuner)
distribution-top-box = { $share } i { $round } (N = { $n })
distribution-top-box-change = Ændring: { $change } procentpoint.

# comments: hvad lederne har skrevet ved deres svar
comments-title = Begrundelser og bemærkninger i runde { $round }
comments-short = Begrundelser og bemærkninger
comments-link = Læs begrundelser og bemærkninger
comments-who-reads = De læses kun af kommunens koordinator, de konsulenter, der følger kommunen, og dem, der administrerer undersøgelsen. Det har lederne fået at vide. Kun bemærkninger, der må citeres, må gives videre, og uden navn.
comments-words = Søg i teksterne
comments-all-municipalities = Alle kommuner
comments-all-answers = Alle svar
comments-found = { $count ->
    [0] Der er ingen begrundelser eller bemærkninger
    [one] 1 svar med begrundelse eller bemærkning
   *[other] { $count } svar med begrundelse eller bemærkning
 }
comments-post = Stilling
comments-answer = Spørgsmål, svar og tekst
comments-files = Hent det, der er fundet:

# grid: tabeller som filer
grid-sheet = { $number ->
    [one] Tal
   *[other] Tal { $number }
 }
grid-explained = Forklaring
grid-column = Kolonne
grid-key = Navn i CSV
grid-about = Hvad den viser
grid-xlsx = Excel (XLSX)
grid-csv = CSV
grid-generated = Demo: Alle svar og tal er genererede
grid-contract = Alle tal følger reglerne i "Sådan beregnes tallene" (docs/scoring.md) og er ikke afrundet.
grid-group = Kommunegruppe
grid-group-about = Danmarks Statistiks kommunegruppe: 1 hovedstad, 2 storby, 3 provinsby, 4 opland, 5 land.
grid-round-about = Rundens navn.
grid-measure-about = Hvad der måles: implementering, kendskab eller samlet vurdering. De tre lægges aldrig sammen.
grid-package-key = Pakkens nøgle
grid-package-key-about = Det korte navn, som pakken har i alle udgaver. Tom for alle pakker.
grid-package-title-about = Pakkens titel.
grid-area-key = Områdets nøgle
grid-area-key-about = Det korte navn, som området har. Tom for alle områder.
grid-area-name-about = Områdets navn i rundens udgave.
grid-state = Status
grid-state-about = ok: der er en score. insufficient: utilstrækkeligt grundlag. not_applicable: ikke relevant. not_asked: ikke spurgt. suppressed: skjult, fordi en enkelt kommune ellers kunne regnes ud.
grid-asked = Felter, der er spurgt om
grid-asked-about = Et felt er ét spørgsmål i ét område i én kommune.
grid-applicable = Relevante felter
grid-applicable-about = Felter, der ikke er besvaret med "Ikke relevant".
grid-n = n
grid-n-about = Antallet af kommuner bag tallet.
grid-valid-about = For en kommune felter med en score, for hele landet kommuner med en score.
grid-coverage-about = Andelen af relevante felter, der har et svar med score.
grid-score-about = Score 0-100. Tom, hvor grundlaget er utilstrækkeligt.
grid-strict-about = Som scoren, men hvert "Ved ikke" tæller som 0.
grid-scores-title = Scorer i runde { $round }
grid-changes-title = Ændringer fra baseline til runde { $round }
grid-nation-title = { $measure } i hele landet, baseline og runde { $round }
grid-answers-title = Alle svar i runde { $round }
grid-participation-title = Svarstatus i runde { $round }
grid-questions-about = Spørgsmål, der er stillet nu.
grid-matched-about = De af spørgsmålene, der kan sammenlignes med baseline.
grid-comparable = Felter, der kan sammenlignes
grid-comparable-about = Relevante felter, hvis spørgsmål også blev stillet ved baseline.
grid-paired = Parrede felter
grid-paired-about = Felter med en score i begge runder. For hele landet kommuner med en parret ændring.
grid-paired-baseline-about = Score 0-100 ved baseline på de felter, der har en score i begge runder.
grid-paired-current-about = Score 0-100 nu på de samme felter.
grid-paired-change-about = Score nu minus score ved baseline på de samme felter, i point.
grid-closes-on = Sidste dag
grid-closes-on-about = Rundens sidste dag.
grid-edition-about = Den udgave af kataloget, der blev spurgt efter.
grid-continues = Hænger sammen med runden før
grid-continues-about = 1, hvor scoren kan sammenlignes med den forrige score: de samme spørgsmål, gjort op på samme måde.
grid-subject-key = Nøgle
grid-subject-key-about = Det korte navn, som pakken eller området har.
grid-subject-about = Pakken eller området.
grid-baseline-about = Den eller de runder, der sammenlignes med.
grid-nation-state-about = ok: der er en parret ændring. not_comparable: kan ikke sammenlignes med baseline. insufficient: utilstrækkeligt grundlag. suppressed: skjult, fordi en enkelt kommune ellers kunne regnes ud.
grid-n-paired-about = Antallet af kommuner med en parret ændring.
grid-improved = Kommuner, der er gået frem
grid-improved-about = Kommuner, hvis ændring afrundet er over 0.
grid-unchanged = Kommuner uden ændring
grid-unchanged-about = Kommuner, hvis ændring afrundet er 0.
grid-declined = Kommuner, der er gået tilbage
grid-declined-about = Kommuner, hvis ændring afrundet er under 0.
grid-n-then = n ved baseline
grid-n-now = n nu
grid-option-key = Svarets nøgle
grid-option-key-about = Det korte navn, som svaret har i kataloget.
grid-option-about = Svaret.
grid-spread-state-about = ok: vises. unanswered: ingen har svaret. suppressed: skjult, fordi en enkelt kommune ellers kunne regnes ud.
grid-share = Andel
grid-share-about = Andelen af de kommuner, der har svaret. Har en kommune flere svar, tæller de tilsammen som ét.
grid-valid-share = Gyldig andel
grid-valid-share-about = Det samme uden "Ved ikke" og "Ikke relevant".
grid-valid-n = n, gyldige
grid-valid-n-about = Antallet af kommuner med mindst ét svar med score.
grid-answers-about = Svaret. Har lederne svaret forskelligt, står alle svar med antal.
grid-value = Værdi
grid-value-then = Værdi ved baseline
grid-value-now = Værdi nu
grid-value-about = Hvad svaret er værd, 0-100. Tom for "Ved ikke" og "Ikke relevant".
grid-disagrees-about = 1, hvor lederne har valgt forskellige svar.
grid-posts = Stillinger
grid-posts-about = Stillinger, der er spurgt.
grid-mailed = Invitationer sendt
grid-mailed-about = Stillinger, hvis invitation er modtaget af mailserveren.
grid-failed = Invitationer fejlet
grid-failed-about = Stillinger, hvis invitation er fejlet eller uvis.
grid-started = Begyndt
grid-started-about = Stillinger, der har åbnet den første side med spørgsmål.
grid-handed-in = Indsendt
grid-handed-in-about = Stillinger, der har indsendt det hele.
grid-response = Svarprocent
grid-response-about = Andelen af stillinger, der har indsendt det hele.
grid-last = Sidste aktivitet
grid-last-about = Hvornår nogen i kommunen sidst er begyndt eller har indsendt (UTC).
grid-municipality-code = Kommunekode
grid-municipality-code-about = Danmarks Statistiks kode med fire cifre. DK er hele landet.
grid-municipality-about = Kommunens navn.
grid-region = Region
grid-region-about = Kommunens region på rundens sidste dag.
grid-post = Stilling
grid-post-about = Den stilling, der har svaret, som den hed i runden.
grid-area-about = Det område, der blev spurgt om.
grid-package-about = Den forebyggelsespakke, spørgsmålet hører til. Tom, hvis det går på tværs.
grid-recommendation-about = Den anbefaling, spørgsmålet handler om.
grid-question-key = Spørgsmålets nøgle
grid-question-key-about = Det korte navn, som spørgsmålet har i kataloget.
grid-question-about = Ordlyden, som den blev stillet i området.
grid-answer-about = Det svar, der blev valgt.
grid-reason-about = Lederens begrundelse for svaret.
grid-comment-about = Lederens bemærkning. Må ikke gives videre.
grid-quote-about = En bemærkning, som lederen har sagt må citeres, men uden navn.

# reading: sådan læses tallene
reading-title = Sådan læses tallene
reading-score = Score
reading-score-explained = Gennemsnittet af felternes værdier ganget med 100. Et felt er ét spørgsmål i ét område i én kommune. { $rule }
reading-rule-mean = Svarer flere ledere i samme felt, tæller gennemsnittet.
reading-rule-lowest = Svarer flere ledere i samme felt, tæller det laveste svar.
reading-rule-highest = Svarer flere ledere i samme felt, tæller det højeste svar.
reading-coverage = Dækning
reading-coverage-explained = Andelen af relevante felter, der har et svar med score. Under { $minimum } vises ingen score, men "utilstrækkeligt grundlag".
reading-paired = Parret ændring
reading-paired-explained = Forskellen på de felter, der har en score i begge runder. Nye, delte og samlede spørgsmål er ikke med.
reading-unpaired = Uparret ændring
reading-unpaired-explained = Score nu minus score ved baseline, hver på sine egne felter. Forskellen kan skyldes, at der er spurgt om noget andet.
reading-strict = Score, hvor "Ved ikke" tæller 0
reading-strict-explained = Som scoren, men hvert "Ved ikke" tæller som 0. Så kan en stigning ikke komme af, at flere svarer "Ved ikke".
reading-disagreeing = Felter med forskellige svar
reading-disagreeing-explained = Felter, hvor lederne har valgt forskellige svar.

# pejl doctor
doctor-fine = I orden
doctor-wrong = FEJL
doctor-unwell = Der er fejl. Ret dem, der er mærket FEJL, og kør pejl doctor igen.
doctor-settings = Indstillingerne kan bruges til drift.
doctor-clock = Klokken i Danmark er { $time }.
doctor-database = Databasen svarer, og dens skema er ajour.
doctor-database-old = Databasens skema er ikke ajour. Kør: pejl migrate
doctor-database-ahead = Databasen er ændret af en nyere version af programmet. Denne version kan bruge den, men bør snart opgraderes.
doctor-edition = Udgave { $key } er, som den blev importeret.
doctor-edition-changed = Udgave { $key } er ændret uden om programmet. Genskab den fra en sikkerhedskopi.
doctor-round = Runde { $key }: de indsendte svar kan læses.
doctor-release = Offentliggørelse { $number } af runde { $key } er, som den blev offentliggjort
doctor-release-wrong = Offentliggørelse { $number } af runde { $key } er ikke, som den blev offentliggjort. Se hvorfor med: pejl release verify { $key }
doctor-round-edition = Runde { $key }: udgaven er ikke den, runden blev oprettet med.
doctor-round-damaged = Runde { $key }: { $count } svar kan ikke læses. Genskab dem fra en sikkerhedskopi.
doctor-round-counts = Runde { $key }: den gemte optælling stemmer ikke med de indsendte svar. Kør: pejl round count { $key }
doctor-letters = Mails, der venter: { $count }.
doctor-letters-failed = Mails, der ikke kunne leveres, eller hvor det er uvist, om de blev sendt: { $count }. Se dem med: pejl mail status
doctor-mail-none = Der er intet sted at sende mails hen. Sæt SMTP_URL eller MAIL_FOLDER.
doctor-folder = Mails lægges i mappen { $folder }.
doctor-smtp = Mailserveren svarer, og kryptering og pålogning virker som indstillet.
doctor-smtp-closed = Mailserveren i SMTP_URL kan ikke bruges: { $cause }. Kontrollér adresse, port, firewall, kryptering og pålogning.
reading-tables = Hent alle tal til Excel:
reading-scores-file = Scorer (CSV)
reading-changes-file = Ændringer (CSV)
reading-scores-book = Scorer (Excel)
reading-changes-book = Ændringer (Excel)
reading-figures-file = Figurernes tal
reading-spread-file = Svarfordelingen
reading-answers-file = Kommunernes svar
reading-status-file = Svarstatus
reading-all-answers-file = Alle indsendte svar, ét pr. række
cli-file = Filen { $path } kan ikke bruges: { $cause }. Kontrollér navn og rettigheder.
cli-database = Databasen kan ikke åbnes: { $cause }. Kontrollér DATABASE_URL, og at databasen kører.
cli-database-scheme = DATABASE_URL skal begynde med sqlite:// eller postgres://.
cli-database-no-folder = Mappen { $folder } til databasen findes ikke. Opret den, eller ret DATABASE_URL.
cli-database-is-folder = DATABASE_URL peger på mappen { $path }. Skriv stien til en fil.
cli-database-other-file = Filen { $path } er ikke en database. Ret DATABASE_URL, eller flyt filen.
cli-database-read-only-file = Der kan ikke skrives i databasens fil { $path }. Ret filens rettigheder.
cli-database-read-only-folder = Der kan ikke skrives i mappen { $folder }, hvor databasen ligger. Ret mappens rettigheder.
cli-database-read-only-server = PostgreSQL tager ikke imod ændringer. Ret DATABASE_URL, hvis den peger på en kopi (standby), eller slå skrivebeskyttelsen fra.
cli-database-address = Adressen i DATABASE_URL kan ikke læses. Skriv postgres://BRUGER:ADGANGSKODE@VÆRT/NAVN, og omskriv særlige tegn i adgangskoden (@ til %40, / til %2F).
cli-database-unknown-host = Serveren { $host } kan ikke findes. Kontrollér DATABASE_URL og navneopslaget (DNS).
cli-database-nobody = Databasen på { $host } svarer ikke. Kontrollér DATABASE_URL, og at PostgreSQL kører og kan nås.
cli-database-password = PostgreSQL afviste brugeren eller adgangskoden. Kontrollér dem i DATABASE_URL.
cli-database-missing = PostgreSQL har ingen database, der hedder { $name }. Opret den, eller ret DATABASE_URL.
cli-database-no-tls = Databasen vil have TLS, men programmet er bygget uden TLS til PostgreSQL. Byg det med: cargo build --release --features postgres-tls
cli-mail-folder = Der kan ikke skrives i mappen { $folder } ({ $cause }). Ret mappens rettigheder, eller vælg en anden mappe i MAIL_FOLDER.
cli-listen-taken = { $key } er { $address }, men et andet program bruger allerede den adresse. Stop det, eller vælg en anden port.
cli-listen-forbidden = { $key } er { $address }, men programmet har ikke lov til at bruge den port. Vælg port 1024 eller højere.
cli-listen-elsewhere = { $key } er { $address }, men denne maskine har ikke den adresse. Skriv en af maskinens egne adresser eller 0.0.0.0 for dem alle.
cli-listen-no-address = { $key } er "{ $address }", som ikke kan bruges som adresse. Skriv ADRESSE:PORT, for eksempel 127.0.0.1:8080.
cli-database-busy = Databasen svarer ikke lige nu. Kontrollér, at den kører, og prøv igen.
setting-file = PEJL_CONFIG peger på { $path }, som ikke kan læses: { $cause }. Ret stien, eller fjern PEJL_CONFIG.
setting-line = { $path }, linje { $line } kan ikke læses. Skriv NAVN=værdi.
setting-secret-file = { $key }_FILE peger på { $path }, som ikke kan læses: { $cause }. Ret stien, eller fjern { $key }_FILE.
setting-named-file = { $key } peger på { $path }, som ikke kan læses: { $cause }. Ret stien, eller fjern { $key }.
setting-twice = { $key } og { $key }_FILE er begge sat. Fjern den ene.
cli-not-ready = Ikke klar ({ $address }): { $says }
setting-value = { $key } kan ikke være "{ $value }": { $cure }
setting-missing = { $key } er ikke sat: { $cure }
setting-cure-database = skriv sqlite://STI eller postgres://BRUGER:ADGANGSKODE@VÆRT/NAVN.
setting-cure-base = skriv hele adressen, for eksempel https://pejl.example.org.
setting-cure-secret = skriv mindst 32 tilfældige tegn, for eksempel lavet med openssl rand -hex 32.
setting-cure-smtp = skriv smtp://VÆRT:PORT, smtp://VÆRT:PORT?tls=required eller smtps://BRUGER:ADGANGSKODE@VÆRT, eller sæt MAIL_FOLDER til en mappe.
setting-cure-proxies = skriv adresser eller netværk med komma imellem, for eksempel 172.18.0.0/16.
setting-cure-log-format = skriv text eller json.
setting-cure-log-level = skriv error, warn, info, debug eller trace.
error-number = Nævn dette nummer, hvis du beder om hjælp: { $id }
doctor-doubtful = OBS
doctor-clock-apart = Databasens ur og denne maskines ur er { $seconds } sekunder fra hinanden. Indstil begge efter den samme tidsserver.
doctor-letters-old = Mails har ventet mere end { $minutes } minutter på at blive sendt. Se efter, om pejl work eller pejl serve kører, og om mailserveren svarer.
doctor-not-https = BASE_URL begynder med http://, så links, svar og adgangskoder sendes ukrypteret. Brug https://.
doctor-same-listen = METRICS_LISTEN og LISTEN er den samme adresse. Giv METRICS_LISTEN sin egen port, som der ikke er adgang til udefra.
doctor-smtp-clear = SMTP_URL har en adgangskode, men ingen kryptering. Brug smtps:// eller ?tls=required.
doctor-smtp-slow = den svarede ikke i tide
doctor-disk = På databasens disk er der { $free } MB ledig plads ({ $percent } %).
doctor-disk-little = På databasens disk er der kun { $free } MB ledig plads ({ $percent } %). Skaf plads, før disken er fuld.
doctor-disk-unknown = Den ledige plads på databasens disk kunne ikke måles. Hold selv øje med den.

# Sikkerhedskopi
refusal-backup-exists = Der findes allerede en fil med det navn. Vælg et andet navn til sikkerhedskopien.
refusal-nothing-to-back-up = Databasen er tom, så der er intet at kopiere. Kontrollér DATABASE_URL.
refusal-database-newer = Databasen er fra en nyere version af pejl. Lav sikkerhedskopien med den version.
refusal-database-damaged = Databasen er beskadiget: { $cause }. Der er ikke lavet nogen sikkerhedskopi. Genskab databasen fra en tidligere sikkerhedskopi.
refusal-backup-unwritten = Sikkerhedskopien kunne ikke skrives: { $cause }. Kontrollér mappen, rettighederne og den ledige plads. Intet er skrevet.
refusal-backup-differs = Tabellen { $table } i sikkerhedskopien stemmer ikke overens med databasen. Sikkerhedskopien er slettet. Prøv igen.
refusal-not-a-backup = Filen er ikke en hel sikkerhedskopi fra pejl backup. Den er noget andet, eller der mangler noget af den. Brug en anden fil. Intet er ændret.
refusal-backup-damaged = Sikkerhedskopien er ændret eller beskadiget, efter at den blev lavet: kontrolsummen passer ikke. Brug en anden kopi. Intet er ændret.
refusal-backup-newer = Sikkerhedskopien er fra en nyere version af pejl ({ $version }). Indlæs den med den version. Intet er ændret.
refusal-database-not-empty = Databasen er ikke tom: Der står noget i tabellen { $table }. Vælg en tom database i DATABASE_URL. Intet er ændret.
refusal-restore-failed = Sikkerhedskopien kunne ikke indlæses: { $cause }. Ret fejlen, og prøv igen. Intet er ændret, og databasen er tom som før.
refusal-restored-table-differs = Tabellen { $table } stemmer ikke overens med sikkerhedskopien. Prøv igen, eller brug en anden kopi. Intet er ændret, og databasen er tom som før.
refusal-restored-scores-differ = Scorerne i runde { $round } stemmer ikke overens med sikkerhedskopien. Prøv igen, eller brug en anden kopi. Intet er ændret, og databasen er tom som før.
cli-backup-made = Sikkerhedskopien { $path } er skrevet: { $rows ->
    [one] 1 række
   *[other] { $rows } rækker
 } i { $tables } tabeller. Kontrolsum: { $hash }
cli-restored = Indlæst: { $rows ->
    [one] 1 række
   *[other] { $rows } rækker
 } i { $tables } tabeller. Alle rækker og alle scorer er sammenlignet med sikkerhedskopien og er ens (scorer: { $scores }, runder: { $rounds }).

# Udvalgte kommuner ved siden af landet (/rounds/…/comparison)
comparison-short = Sammenlign kommuner
comparison-title = Udvalgte kommuner og hele landet, runde { $round }
comparison-link = Sammenlign udvalgte kommuner med hele landet
comparison-lead = Vælg en region, en kommunegruppe eller enkelte kommuner. Er der valgt flere ting, er kun de kommuner med, som opfylder det hele. Kun kommuner, I kan se hver for sig, kan vælges.
comparison-municipalities = Kommuner
comparison-choose = { $count ->
    [0] Vælg enkelte kommuner
    [one] 1 kommune er valgt
   *[other] { $count } kommuner er valgt
 }
comparison-nobody = Ingen kommune opfylder det, der er valgt.
comparison-everybody = Alle rundens kommuner er med. Vælg færre for at se dem ved siden af hele landet.
comparison-beside = Gruppen ved siden af hele landet
comparison-figure-title = { $measure }: hele landet og { $group }, runde { $round }
comparison-description = Gennemsnit af kommunernes score 0-100 nu for hele landet og for gruppen, med afstanden i point.
comparison-country-hidden = Kan ikke sammenlignes med hele landet: tallet for landet er skjult eller hviler på for få kommuner
comparison-group-now = Gruppen nu
comparison-country-now = Hele landet nu
comparison-group-change = Gruppens ændring siden baseline
comparison-country-change = Hele landets ændring siden baseline

# Dias til et helt møde (/rounds/…/slides)
deck-title = Dias: { $about }, runde { $round }
deck-short = Dias
deck-link = Dias til møder og oplæg
deck-lead = Et dias for hver figur i formatet 16:9. Vælg dem, I skal bruge, og gem dem som PDF eller som billeder.
deck-choose = Hvilke dias skal med?
deck-show = Vis de valgte dias
deck-count = Her er { $shown } af { $all } dias.
deck-pdf = Gem som PDF
deck-pdf-explained = PDF: Vælg Udskriv i browseren (Ctrl + P, på Mac Cmd + P), og vælg at gemme som PDF i stedet for at udskrive. Hvert dias bliver én side.
deck-pictures = Hent de viste dias som billeder (ZIP)
deck-pictures-explained = Hvert dias ligger i filen både som SVG og som PNG. Begge kan sættes ind i PowerPoint; en SVG kan dér omdannes til figurer, som kan rettes.
deck-behind = Se figuren med tal og forklaring
deck-first = Forside
deck-method = Metode og kilder
deck-made = Dannet { $day }.
deck-comparable = { $comparable } kan sammenlignes med baseline.
deck-sources = Kilder
deck-sources-explained = Svarene er kommunernes egne vurderinger, indsendt i { $service }. Anbefalingerne er fra { $edition }.
deck-gaps = Kommunernes afstand til hele landet
deck-map-score = Kort: score
deck-map-change = Kort: ændring siden baseline
deck-trend = Runde for runde
deck-trend-packages = Runde for runde, pr. pakke
deck-trend-shares = Samlet vurdering i alle runder

# Hvad der har flyttet sig mest (/rounds/…/movements)
movements-short = Størst ændring
movements-title = Størst fremgang, tilbagegang og afstand, runde { $round }
movements-link = Se, hvad der har flyttet sig mest, og hvem der ligger længst fra landet
movements-lead = Kun tal med nok bag sig er med: kommuner mindst { $municipalities }, besvarede felter mindst { $cells }.
movements-packages = Pakker
movements-areas = Områder
movements-recommendations = Anbefalinger
movements-municipalities = Kommuner
movements-gaps = Kommuner og hele landet
movements-figure-title = { $heading }, { $measure }, runde { $round }
movements-nation-description = Gennemsnit af kommunernes score 0-100 ved baseline og nu for de svar, der kan sammenlignes, ordnet efter ændringen i point.
movements-recommendations-description = Andelen af kommuner, der giver det bedste svar, ved baseline og nu, ordnet efter ændringen i procentpoint. Andelene er af alle, der svarede i hver runde.
movements-municipalities-description = Hver kommunes score 0-100 ved baseline og nu for de svar, der kan sammenlignes, ordnet efter ændringen i point.
movements-gaps-description = Hver kommunes score 0-100 nu ved siden af gennemsnittet for hele landet, ordnet efter afstanden i point.
movements-hidden = Tallene kan ikke vises for dig: Runden er åben, eller der er for få kommuner, du ikke selv kan se.
movements-left-out = { $count ->
    [one] 1 er udeladt, fordi grundlaget er for lille.
   *[other] { $count } er udeladt, fordi grundlaget er for lille.
 }
movements-cut = Figuren viser de { $shown } øverste og de { $shown } nederste af { $all }.
movements-said-rise = Størst fremgang: { $name }, { $points }
movements-said-fall = Størst tilbagegang: { $name }, { $points }
movements-said-above = Længst over landet: { $name }, { $points }
movements-said-below = Længst under landet: { $name }, { $points }
movements-percentage-points = { $change } procentpoint
movements-distance = Afstand (point)
movements-cells = { $cells ->
    [one] 1 felt
   *[other] { $cells } felter
 }
movements-cells-head = Felter
movements-file = Ændringer og afstande i rækkefølge
grid-ranking = Rangliste
grid-ranking-about = Hvad der er ordnet: packages, areas, recommendations, municipalities eller gaps.
grid-rank = Plads
grid-rank-about = Plads i ranglisten. 1 er den største fremgang eller den, der ligger længst over landet.
grid-ranked-key-about = Nøglen på pakken, området eller spørgsmålet, eller kommunens kode.
grid-ranked-about = Pakken, området, anbefalingen eller kommunen.
grid-ranked-from = Fra
grid-ranked-from-about = Score eller andel i procent ved baseline. I ranglisten gaps er det gennemsnittet for hele landet.
grid-ranked-to = Til
grid-ranked-to-about = Score eller andel i procent nu. I ranglisten gaps er det kommunens egen.
grid-ranked-change-about = Til minus fra, i point eller procentpoint.
grid-ranked-n-about = Antal kommuner bag tallet, eller antal felter for en kommune.

# Kort
map-title = Kommunerne på kort: resultat { $round }
map-short = Kort
map-link = Se kommunerne på et kort
map-lead = Ét tal for hver kommune. Vælg, hvad kortet skal vise.
map-figure = Tal
map-score = Score
map-change = Ændring siden baseline
map-drawn = Tegnet som
map-outlines = Kort
map-tiles = Felter
map-score-title = { $about }: score 0-100 i runde { $round }
map-change-title = { $about }: ændring i point fra runde { $before } til runde { $round }
map-description = Hver kommune er farvet efter sit tal. De samme tal står i tabellen under tegningen.
map-n = { $all ->
    [one] { $n } af 1 kommune har et tal.
   *[other] { $n } af { $all } kommuner har et tal.
 }
map-none = intet tal
map-outside = vises ikke
map-large-rise = steget mere end 10 point
map-rise = steget 3-10 point
map-steady = næsten uændret (højst 2 point)
map-fall = faldet 3-10 point
map-large-fall = faldet mere end 10 point
map-credit = Forenklede omrids fra react-denmark-map 1.0.0 (MIT, Martin Polley). De siger intet om areal eller præcise grænser.
trend-title = { $name }: de seneste runder
trend-short = Udvikling
trend-link = Udvikling over de seneste lukkede runder
trend-country = Hele landet
trend-lead = Op til ti af de seneste lukkede runder side om side. Hver score bygger på de spørgsmål, der blev stillet i den runde.
trend-none = Ingen runde er lukket endnu.
trend-all = Alle pakker
trend-edition = Udgave { $edition }
trend-chart-title = { $measure } runde for runde, { $name }
trend-packages-title = { $measure } pr. pakke, runde for runde, { $name }
trend-areas-title = { $measure } pr. område, runde for runde, { $name }
trend-multiples-description = En lille figur for hver pakke eller hvert område med scoren fra 0 til 100 på samme tidsakse. Tallene ved den første og den seneste score står ved punktet, alle tal i tabellen.
trend-caption-country-small = Gennemsnit af kommunernes score 0-100, hver kommune tæller én gang. Hule, grå punkter hviler på færre end fem kommuner.
trend-shares = Svarene i alle runder
trend-shares-lead = Hvor stor en del af kommunerne der giver hvert svar, i hver af runderne. En runde mangler, hvor spørgsmålet ikke kan sammenlignes med den seneste ordlyd.
trend-key-shares = Nøglespørgsmål i alle runder, hele landet
trend-package-shares = Samlet vurdering pr. pakke i alle runder, hele landet
trend-shares-said = { $subject }: { $now } giver det bedste svar i { $until } mod { $then } i { $since }
trend-description = En række for hver pakke. Punkterne viser hver rundes score fra 0 til 100 med tallet over. En stiplet linje viser, hvor udgaven skifter.
trend-caption-country = Gennemsnit af kommunernes score 0-100, hver kommune tæller én gang. Under hvert punkt står, hvor mange kommuner det hviler på (n). Hule, grå punkter hviler på færre end fem.
trend-caption-municipality = Kommunens egen score 0-100, med hele landet bagved.
trend-caption-break = En linje forbinder kun runder, der bruger samme udgave, stiller de samme spørgsmål og opgør svarene på samme måde. Tal på hver sin side af en stiplet linje kan ikke sammenlignes. Dækningen står i tabellen.
trend-n = n = { $n }
trend-cell-beside = { $own }; hele landet { $score } (n = { $n })
trend-cell-country = { $score } (n = { $n }, dækning { $coverage })
trend-cell-municipality = { $score } ({ $n ->
    [one] 1 felt
   *[other] { $n } felter
 }, dækning { $coverage })
