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

# Fejl i filer
fault-on-line = Linje { $line }: { $problem }
fault-at-key = Linje { $line }, { $key }: { $problem }
fault-unreadable = Filen kan ikke læses ({ $cause }). Kontrollér, at den er gemt i det rigtige format.
fault-not-utf8 = Teksten er ikke UTF-8. Gem filen som UTF-8.
fault-too-big = Filen er for stor: højst { $most } MB. Del den i flere.
fault-too-many = Filen er for lang: højst { $most } rækker eller værdier. Del den i flere.
fault-too-deep = Her er flere end { $most } niveauer inden i hinanden. Ret indrykningen.
fault-anchor-or-alias = Henvisninger med & og * kan ikke bruges. Skriv værdien helt ud, og sæt tekst, der begynder med & eller *, i anførselstegn.
fault-several-documents = Filen har mere end ét dokument. Fjern linjen med ---, og gem hvert dokument i sin egen fil.
fault-broken-quote = Et anførselstegn er ikke lukket rigtigt. Luk det, eller skriv anførselstegn inde i en celle dobbelt.
fault-empty = Filen er tom. Den skal have mindst én række eller værdi.
fault-unknown-key = Navnet er ukendt her. Ret stavningen, eller fjern det.
fault-duplicate-key = Navnet står to gange. Fjern det ene.
fault-missing = Feltet mangler. Udfyld det.
fault-unknown = "{ $value }" findes ikke. Ret værdien.
fault-unknown-of = "{ $value }" findes ikke. Skriv en af disse: { $known }.
fault-repeated = "{ $value }" står allerede på linje { $first }. Fjern eller ret den ene.
fault-scale-without-points = Skalaen har ingen svarmulighed med point over 0. Giv mindst én point.
fault-too-many-options = Skalaen har for mange svarmuligheder. Brug højst { $most }.
fault-question-without-area = Spørgsmålet stilles ikke til noget område. Skriv mindst ét under areas.
fault-points-or-blank = En svarmulighed skal have enten points eller blank. Skriv netop ét af dem.
fault-control-characters = Teksten har linjeskift eller usynlige styretegn. Fjern dem.
fault-not-an-address = "{ $value }" er ikke en mailadresse. Skriv én adresse som leder@example.org, eller lad feltet stå tomt.
fault-not-a-link = "{ $value }" er ikke en webadresse. Den skal begynde med https:// eller http://.
fault-cell-count = Rækken har { $found } celler, men overskriften har { $expected }. Ret antallet, og sæt tekst med semikolon i anførselstegn.
fault-area-not-covered = Stillingen dækker ikke området. Den dækker: { $areas }.
fault-question-not-in-area = Spørgsmålet stilles ikke til det område. Ret området eller spørgsmålet.
fault-not-asked = Runden stiller ikke det spørgsmål. Fjern rækken, eller vælg en anden runde.
fault-reason-missing = Svaret kræver en begrundelse. Skriv den her.
fault-too-long = Teksten er for lang. Brug højst { $most } tegn.
fault-linked-twice = Spørgsmålet er allerede koblet som identical eller reworded. Det kan kun sammenlignes med ét spørgsmål; brug split eller merged.
fault-measures-differ = De to spørgsmål måler hver sit ({ $from } og { $to }). Kobl kun spørgsmål, der måler det samme.
fault-same-edition = from og to er samme udgave. Skriv to forskellige udgaver.
fault-contradicts = Rækken passer ikke sammen med linje { $first }. Ret den ene.
fault-expected-text = Her skal stå en enkelt tekst.
fault-expected-list = Her skal stå en liste.
fault-expected-mapping = Her skal stå felter med navn og værdi.
fault-expected-whole-number = Her skal stå et helt tal fra 0 og op, uden anførselstegn.
fault-expected-true-or-false = Her skal stå true eller false, uden anførselstegn.
fault-expected-day = Her skal stå en dato, der findes, skrevet som 2018-04-20.
fault-expected-key = Her skal stå en nøgle: bogstaverne a-z, tal, punktum, bindestreg eller understregning, højst 100 tegn.
