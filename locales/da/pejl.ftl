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
cli-directory-read = Stillinger: { $new } nye, { $changed } ændrede, { $unchanged } uændrede, { $missing } mangler i filen og er ladt urørt.
cli-post-new = Linje { $line }: ny: { $code } { $post }
cli-post-changed = Linje { $line }: ændret: { $code } { $post } ({ $fields })
cli-post-missing = Mangler i filen: { $code } { $post }
cli-answers-read = { $answers } svar fra { $posts } stillinger i { $municipalities } kommuner.
