# Danish texts. Danish comes first: English falls back to this file.
site-name = Pejlemærke
skip-link = Gå til indholdet
main-menu = Hovedmenu
menu = Menu
menu-rounds = Runder
menu-catalogue = Anbefalinger
menu-letters = Breve
sign-out = Log af
accessibility = Tilgængelighedserklæring
privacy = Behandling af personoplysninger
role-admin = Administrator
role-consultant = Konsulent
role-coordinator = Koordinator
demo-banner = Demo: Alle svar og tal er genererede. De siger intet om virkelige kommuner.

error-not-found = Siden findes ikke
error-not-found-cure = Linket er forkert, udløbet eller brugt. Kontrollér, at hele adressen er kommet med, eller brug linket i dit seneste brev.
error-forbidden = Det har du ikke adgang til
error-forbidden-cure = Formularen blev ikke sendt fra denne tjeneste. Gå tilbage, genindlæs siden, og prøv igen.
error-too-many = For mange forsøg
error-too-many-cure = Vent nogle minutter, og prøv igen.
error-request = Forespørgslen kunne ikke læses
error-request-cure = Gå tilbage, genindlæs siden, og prøv igen.
error-busy = Tjenesten har travlt
error-busy-cure = Vent et øjeblik, og genindlæs siden. Det, der stod "Gemt" ved, er gemt.
error-internal = Noget gik galt
error-internal-cure = Fejlen er registreret. Det, der stod "Gemt" ved, er gemt. Prøv igen om lidt.
error-refused = Det kan ikke lade sig gøre
error-home = Gå til forsiden

refusal-edition-published = Udgaven er offentliggjort og kan ikke ændres. Lav en ny udgave med rettelsen.
refusal-edition-not-published = Udgaven er en kladde. Offentliggør den først.
refusal-edition-changed = Udgaven er ændret, siden den blev offentliggjort. Genskab den fra en sikkerhedskopi, eller importér den rigtige fil.
refusal-unknown-edition = Der er ingen udgave med nøglen { $key }. Importér den først.
refusal-unknown-package = Udgaven har ingen pakke med nøglen { $key }.
refusal-unknown-round = Der er ingen runde med nøglen { $key }.
refusal-round-exists = Der er allerede en runde med nøglen { $key }. Vælg en anden.
refusal-bad-key = "{ $key }" kan ikke bruges som nøgle. Brug 1-40 bogstaver, tal, punktummer og bindestreger.
refusal-closes-before-it-opens = Runden lukker, før den åbner. Ret datoerne.
refusal-bad-coverage = Mindste dækning skal være et tal fra 0 til 1, for eksempel 0.7.
refusal-round-not-draft = Runden er ikke længere en kladde.
refusal-round-not-open = Runden er ikke åben.
refusal-round-not-closed = Runden skal lukkes først.
refusal-round-not-historic = Kun en historisk runde tager imod importerede svar. Opret den med --historic.
refusal-nobody-to-ask = Der er ingen stillinger, som rundens spørgsmål kan stilles til. Importér stillinger først.
refusal-answers-exist = Runden har allerede importerede svar. Opret en ny runde, hvis de skal erstattes.
refusal-deadline-passed = Fristen er udløbet, så svarene kan ikke længere ændres.
refusal-handed-in = Afsnittet er indsendt. Tag det tilbage, hvis du vil ændre noget.
refusal-answers-missing = { $count ->
    [one] Der mangler 1 svar.
   *[other] Der mangler { $count } svar.
 }
refusal-bad-address = "{ $address }" er ikke en mailadresse. Skriv den som navn@example.org.
refusal-bad-name = Skriv et navn på én linje med højst 200 tegn.
refusal-staff-exists = Der er allerede en bruger med den mailadresse.
refusal-unknown-staff = Der er ingen bruger med den mailadresse.
refusal-wrong-municipalities = En koordinator skal have netop én kommune, og en administrator ingen.
refusal-unknown-municipality = { $code } er ikke en kommunekode. Skriv fire cifre, for eksempel 0101.
refusal-wrong-password = Mailadresse eller adgangskode er forkert.
refusal-too-many-attempts = For mange forsøg. Vent nogle minutter, og prøv igen.
refusal-password-too-short = Adgangskoden skal have mindst 12 tegn.
refusal-key-expired = Linket er brugt eller udløbet. Bed om et nyt.

# Kommandolinjen
cli-nothing-written = Prøvekørsel: intet er skrevet.
cli-faults = { $path }: { $count ->
    [one] 1 fejl.
   *[other] { $count } fejl.
 } Intet er skrevet.
cli-edition-read = Udgave { $key }: { $packages } pakker, { $recommendations } anbefalinger, { $questions } spørgsmål.
cli-edition-replaces = Kladden { $key } erstattes: { $added } nye spørgsmål, { $removed } udgår.
cli-edition-published = Udgave { $key } er offentliggjort. Kontrolsum: { $hash }
cli-crosswalk-read = Oversættelse { $from } til { $to }: { $links } led, heraf { $compared } der sammenlignes.
cli-round-created = Runde { $key } er oprettet som kladde.
cli-round-historic = Historisk runde { $key } er oprettet og lukket. Importér dens svar med: pejl answers import --round { $key } FIL
cli-round-opened = Runde { $key } er åben, og brevene er sat i kø.
cli-round-scheduled = Runde { $key } åbner af sig selv på sin dato.
cli-round-closed = Runde { $key } er lukket.

# Udvidet frist
refusal-extension-final = Stillingen har allerede fået en udvidet frist, og den er endelig.
refusal-extension-too-early = Vælg en dag efter rundens sidste dag, og ikke en dag, der er gået.

# Fælles ord på sider
breadcrumbs = Brødkrumme
word-info = Information
word-success = I orden
word-warning = Advarsel
word-error = Fejl

# Anbefalinger
catalogue-title = Anbefalinger
catalogue-lead = Forebyggelsespakkernes anbefalinger, udgave for udgave, med de spørgsmål, der stilles om dem, og hvor de stammer fra.
catalogue-none = Der er ingen udgaver endnu. Importér en med: pejl catalogue import FIL
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
catalogue-unconfirmed-text = Ingen har læst anbefalingen i en kilde. Hold den op mod den udgivne pakke, før du bygger på den.
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
catalogue-source = Kilde
catalogue-central = Central
catalogue-central-count = Heraf centrale
catalogue-marks = Niveau og mærker
catalogue-areas = Områder
catalogue-published-package = Den udgivne pakke
catalogue-measure = Måler
catalogue-measure-implementation = Implementering: hvor langt anbefalingen er gennemført
catalogue-measure-awareness = Kendskab: hvor kendte pakkerne er i området
catalogue-measure-overall = Samlet vurdering af pakken
catalogue-scale = Svarskala
catalogue-scale-caption = Svarmuligheder i skalaen { $scale } til: { $question }
catalogue-option = Svarmulighed
catalogue-points = Point
catalogue-no-points = tæller ikke
catalogue-reason-required = kræver en begrundelse
catalogue-the-area = området

# Oversættelser mellem udgaver
crosswalk-heading = Oversættelser
crosswalk-title = Fra { $from } til { $to }
crosswalk-explanation = En oversættelse viser, hvad der blev af hvert spørgsmål fra én udgave til den næste. Kun spørgsmål, der er de samme eller blot omformuleret, sammenlignes over tid.
crosswalk-beside = I andre udgaver
crosswalk-none = Der er ingen oversættelse til eller fra denne udgave.
crosswalk-earlier = Tidligere: { $edition }
crosswalk-later = Senere: { $edition }
crosswalk-new = Ny i { $edition }
crosswalk-retired = Udgået i { $edition }
crosswalk-whole = Se hele oversættelsen
crosswalk-relation = Sammenhæng
crosswalk-comparison = Sammenligning
crosswalk-identical = Samme spørgsmål
crosswalk-reworded = Omformuleret
crosswalk-split = Delt i flere
crosswalk-merged = Flere lagt sammen
crosswalk-compared = Sammenlignes
crosswalk-not-compared = Sammenlignes ikke
crosswalk-word-new = Ny
crosswalk-word-retired = Udgået
crosswalk-not-asked = ikke stillet
crosswalk-figure-compared = Sammenlignes
crosswalk-figure-compared-note = led: samme eller omformuleret
crosswalk-figure-listed = Vises kun
crosswalk-figure-listed-note = led: delt eller lagt sammen
crosswalk-figure-new = Nye
crosswalk-figure-new-note = spørgsmål uden forgænger
crosswalk-figure-retired = Udgåede
crosswalk-figure-retired-note = spørgsmål uden efterfølger

# Runder
rounds-title = Runder
rounds-lead = Hver runde spørger lederne om én udgave af anbefalingerne.
rounds-none = Der er ingen runder endnu.
rounds-create = Opret en runde
rounds-round = Runde
rounds-heading = Runde { $key }
rounds-state = Tilstand
rounds-state-draft = Kladde
rounds-state-scheduled = Åbner af sig selv
rounds-state-open = Åben
rounds-state-closed = Lukket
rounds-state-published = Offentliggjort
rounds-test = Prøverunde
rounds-historic = Historisk
rounds-dates = Åben fra og til
rounds-edition = Udgave
rounds-programme = Program
rounds-packages = Pakker
rounds-all-packages = Alle udgavens pakker
rounds-rule = Når flere stillinger svarer på det samme
rounds-rule-mean = Gennemsnittet tæller
rounds-rule-lowest = Det laveste svar tæller
rounds-rule-highest = Det højeste svar tæller
rounds-coverage = Mindste dækning
rounds-of = { $done } af { $all }
rounds-moment = { $day } kl. { $time }
rounds-waiting-draft = Runden er en kladde. Ingen har fået brev, og intet kan besvares endnu.
rounds-waiting-scheduled = Runden åbner af sig selv { $day }. Indtil da får ingen brev.
rounds-invited = Inviteret
rounds-invited-note = stillinger
rounds-mailed = Breve leveret
rounds-mail-failed = { $failed } kunne ikke leveres
rounds-no-mail = ingen breve i en historisk runde
rounds-failed = Ikke leveret
rounds-started = Påbegyndt
rounds-not-started = Ikke påbegyndt
rounds-started-note = har åbnet skemaet
rounds-handed-in = Indsendt
rounds-share = { $share } af de inviterede
rounds-share-column = Andel indsendt
rounds-country = Hele landets resultat
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
rounds-cancel = Fortryd
rounds-opening-heading = Åbn runde { $key }
rounds-nobody = Runden kan ikke åbnes
rounds-opening-what = Når runden åbner, sker der dette:
rounds-opening-letters = { $letters ->
    [one] 1 brev med et personligt link sendes.
   *[other] { $letters } breve med hver sit personlige link sendes.
 }
rounds-opening-posts = { $posts ->
    [one] 1 stilling
   *[other] { $posts } stillinger
 } i { $municipalities ->
    [one] 1 kommune
   *[other] { $municipalities } kommuner
 } spørges.
rounds-opening-frozen = Spørgsmål og stillinger ligger fast. Senere ændringer i kataloget og blandt stillingerne gælder først næste runde.
rounds-opening-until = Der kan svares til og med { $day }.
rounds-opening-test = Runden er en prøverunde: brevene sendes, men svarene indgår ikke i tal.
rounds-opening-button = { $letters ->
    [one] Åbn nu, og send 1 brev
   *[other] Åbn nu, og send { $letters } breve
 }
rounds-schedule-heading = Eller lad runden åbne af sig selv
rounds-schedule-what = Runden åbner om morgenen { $day } over de stillinger, der er dér. Indtil da kan stillingerne rettes.
rounds-schedule-button = Lad runden åbne { $day }
rounds-closing-heading = Luk runde { $key }
rounds-closing-what = Når runden lukker, sker der dette:
rounds-closing-handed-in = { $done } af { $all } stillinger har indsendt. Deres svar indgår i resultatet.
rounds-closing-missing = { $missing ->
    [0] Ingen mangler.
    [one] 1 stilling har ikke indsendt alt. Det, der ikke er indsendt, gemmes, men tæller ikke.
   *[other] { $missing } stillinger har ikke indsendt alt. Det, der ikke er indsendt, gemmes, men tæller ikke.
 }
rounds-closing-final = Ingen kan svare mere, heller ikke dem med udvidet frist. En lukket runde kan ikke åbnes igen.
rounds-closing-early = Runden lukker af sig selv efter sidste dag, { $day }, og efter de sidste udvidede frister. Luk kun selv, hvis den skal lukke før.
rounds-closing-button = Luk runden nu
rounds-preparation-heading = Kontrol af runde { $key }
rounds-preparation-lead = Sådan vil runden blive, hvis den åbner i dag.
rounds-posts-asked = Stillinger, der spørges
rounds-in-municipalities = { $municipalities ->
    [one] i 1 kommune
   *[other] i { $municipalities } kommuner
 }
rounds-letters = Breve, der sendes
rounds-without-email-note = { $posts ->
    [one] 1 stilling uden mailadresse
   *[other] { $posts } stillinger uden mailadresse
 }
rounds-not-asked = Stillinger, der ikke spørges
rounds-not-asked-note = fordi runden ikke spørger til deres områder
rounds-posts-by-questions = Hvor mange får hvor mange spørgsmål
rounds-questions = Spørgsmål
rounds-without-email = Stillinger uden mailadresse
rounds-all-have-email = Alle stillinger, der spørges, har en mailadresse.
rounds-without-email-text = De får intet brev og kan ikke svare, før de har fået en mailadresse.
rounds-areas-without-post = Områder uden stilling
rounds-all-areas-covered = Alle områder, der spørges til, har en stilling i hver kommune med stillinger.
rounds-areas-text = Ingen i kommunen bliver spurgt om disse områder, så de kommer til at stå som ikke stillet.
rounds-to-opening = Gå videre til åbning
rounds-warnings = Se på dette, før runden åbner
rounds-warning-email = { $posts ->
    [one] 1 stilling har ingen mailadresse og får intet brev.
   *[other] { $posts } stillinger har ingen mailadresse og får intet brev.
 }
rounds-warning-areas = { $municipalities ->
    [one] 1 kommune har områder, som ingen stilling dækker.
   *[other] { $municipalities } kommuner har områder, som ingen stilling dækker.
 }
rounds-warnings-all = Se hvilke
rounds-new-heading = Opret en runde
rounds-new-lead = Runden bliver en kladde. Ingen får brev, før du åbner den.
rounds-new-mistakes = Runden er ikke oprettet. Ret dette:
rounds-new-button = Opret kladden
rounds-no-edition = Ingen udgave er offentliggjort, så der er intet at spørge om. Offentliggør en med: pejl catalogue publish UDGAVE
rounds-field-key = Rundens nøgle
rounds-field-key-hint = Et kort navn som 2026. Det står i adresser og filer og kan ikke ændres.
rounds-field-opens = Første dag
rounds-field-closes = Sidste dag
rounds-field-packages-hint = Sæt ingen kryds for at spørge til alle udgavens pakker.
rounds-field-rule-hint = Når to stillinger i samme kommune dækker det samme område.
rounds-field-coverage = Mindste dækning i procent
rounds-field-coverage-hint = Hvor stor en del af spørgsmålene der skal være besvaret, før en score vises.
rounds-field-test = Prøverunde
rounds-field-test-hint = Breve sendes, og der kan svares, men svarene indgår ikke i tal.
rounds-mistake-key = Skriv en nøgle, for eksempel 2026.
rounds-mistake-opens = Vælg rundens første dag.
rounds-mistake-closes = Vælg rundens sidste dag.
rounds-mistake-rule = Vælg, hvad der tæller, når flere svarer på det samme.
rounds-mistake-coverage = Skriv mindste dækning som et tal fra 0 til 100, for eksempel 70.
rounds-mistake-last-day = Vælg en dag.
rounds-status-heading = Svar fra { $municipality }
rounds-status-nobody = Ingen stilling i kommunen er spurgt i denne runde.
rounds-status-progress = { $done } af { $all } stillinger har indsendt
rounds-call-list = Ringeliste
rounds-call-list-lead = Disse stillinger har ikke indsendt alle deres områder endnu.
rounds-call-list-empty = Alle har indsendt. Der er ingen at ringe til.
rounds-progress = Fremdrift
rounds-mail-state = Seneste brev
rounds-areas = Områder
rounds-last-day = Sidste dag
rounds-no-name = Intet navn
rounds-no-phone = Intet telefonnummer
rounds-no-email = Ingen mailadresse
rounds-no-letter = Intet brev endnu
rounds-letter-invitation = Invitation
rounds-letter-reminder = Påmindelse
rounds-letter-accepted = Leveret
rounds-letter-failed = Ikke leveret
rounds-letter-waiting = Venter på at blive sendt
rounds-letter-cancelled = Annulleret
rounds-sections = { $done } af { $all } områder indsendt
rounds-sections-missing = Mangler: { $areas }
rounds-extended = Udvidet frist
rounds-extend = Giv udvidet frist
rounds-extension-heading = Udvidet frist til { $post }
rounds-extension-lead = { $department }, { $municipality }. Alle andre svarer senest { $day }.
rounds-extension-final = Fristen kan kun udvides én gang og kan ikke ændres bagefter.
rounds-extension-day = Ny sidste dag
rounds-extension-hint = En dag efter { $day }.
rounds-extension-button = Giv udvidet frist
rounds-extension-mistake = Fristen er ikke udvidet
