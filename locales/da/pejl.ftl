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

# Respondents: landing page, overview, answering, handing in, handing over
answer-autosave-failed = Ikke gemt. Vi prøver igen om lidt.
answer-by = Besvaret af { $name }
answer-closed-read = Du kan stadig læse svarene.
answer-comment = Til konsulenten
answer-comment-hint = Læses af kommunens koordinator og konsulenten.
answer-comments = Tilføj en bemærkning
answer-comments-change = Ret bemærkningen
answer-conflict = { $name } har svaret imens: { $answer }. Dit svar er ikke gemt. Vælg det svar, der skal gælde, og gem igen.
answer-conflict-link = Spørgsmål { $number }: { $name } har også svaret
answer-conflict-summary = En anden har svaret samtidig
answer-fault-long = Skriv højst { $limit } tegn
answer-fault-long-link = Spørgsmål { $number }: teksten er for lang
answer-fault-option = Vælg et af svarene
answer-fault-option-link = Spørgsmål { $number }: vælg et af svarene
answer-fault-question = Et af svarene hører ikke til her. Genindlæs siden.
answer-fault-summary = Ikke alt blev gemt
answer-general = På tværs af pakkerne
answer-last-time = Sidst ({ $round })
answer-lead = { $questions ->
    [one] 1 spørgsmål
   *[other] { $questions } spørgsmål
 }, cirka { $minutes } min. Svarene gemmes, mens du svarer. Frist: { $deadline }.
answer-limit = Højst { $limit } tegn
answer-no-answer = Ikke besvaret
answer-nothing-chosen = intet valgt
answer-nothing-to-answer = Der er ingen spørgsmål til dette afsnit i år.
answer-optional = (frivilligt)
answer-privacy = Skriv ikke personoplysninger om borgere.
answer-progress = { $answered } af { $questions } besvaret
answer-question = Spørgsmål { $number }
answer-quote = Må citeres
answer-quote-hint = Kan blive gengivet i rapporter, uden dit navn.
answer-reason = Begrundelse
answer-reason-hint = Skrives, når du vælger "{ $option }".
answer-save = Gem og fortsæt
answer-save-later = Gem og fortsæt senere
answer-saved = Gemt kl. { $time }
answer-saved-not-all = Gemt kl. { $time }, men ikke spørgsmål { $number }: { $fault }.
answer-step = Trin { $step } af { $steps }
answer-steps = Trin
answer-word-error = Fejl
answer-word-info = Oplysning
answer-word-success = Gennemført
answer-word-warning = Bemærk

handover-back = Tilbage
handover-current = Afsnittet er overdraget til { $name }. Sender du det til en anden, virker det gamle link ikke længere.
handover-email = Arbejdsmail
handover-email-missing = Skriv en mailadresse
handover-hint = Skriv den som navn@example.org
handover-name = Navn
handover-section = Overdrag til en kollega
handover-section-lead = Din kollega får en mail med et link til dette afsnit alene. Du kan se, hvem der har svaret på hvad, og det er stadig dig, der indsender.
handover-section-send = Send linket
handover-section-title = Overdrag afsnittet { $area }
handover-summary = Ret navn eller mailadresse
handover-take-home = Tag afsnittet tilbage
handover-whole = Det er ikke mig
handover-whole-done = Tak. { $name } får en mail med et nyt link
handover-whole-done-lead = Dit eget link virker ikke længere. Svar, der allerede er givet, er bevaret.
handover-whole-lead = Er det ikke længere dig, der er { $post }? Skriv, hvem der er det nu, så sender vi spørgsmålene videre. Dit eget link holder op med at virke.
handover-whole-send = Send spørgsmålene videre
handover-whole-title = Hvem skal spørges i stedet?

section-all-handed-in = Alt er indsendt. Tak for hjælpen!
section-answers = Se svarene
section-asks = { $missing ->
    [one] Der mangler 1 svar. Indsend alligevel?
   *[other] Der mangler { $missing } svar. Indsend alligevel?
 }
section-asks-lead = Spørgsmål uden svar tæller ikke med i resultatet. Er du i tvivl, kan du vælge "Ved ikke".
section-asks-first = Svar på dem først
section-change = Ret
section-continue = Fortsæt
section-deadline = Frist: { $deadline }
section-hand-in = Indsend afsnittet
section-hand-in-all = Indsend alt
section-hand-in-anyway = Indsend alligevel
section-handed-in = Indsendt
section-handed-in-at = Indsendt { $date } kl. { $time }
section-handed-in-read = Afsnittet er indsendt. Tag det tilbage, hvis du vil rette noget.
section-helper-done = Når du er færdig, er der ikke mere at gøre: { $name } indsender afsnittet.
section-helper-title = Dit afsnit
section-lacks-reasons = Der mangler en begrundelse
section-lacks-reasons-link = { $area }, spørgsmål { $number }: skriv en begrundelse
section-missing = { $missing ->
    [one] 1 spørgsmål mangler svar
   *[other] { $missing } spørgsmål mangler svar
 }
section-none-handed-in = Intet er indsendt endnu.
section-not-started = Ikke begyndt
section-open = Til afsnittet
section-overview = Overblik
section-overview-lead = Du har svaret på { $answered } af { $questions } spørgsmål. Frist: { $deadline }.
section-overview-title = Dine afsnit
section-print = Udskriv
section-receipt = Se kvitteringen
section-receipt-lead = Her er det, du har svaret. Du kan tage et afsnit tilbage og rette det indtil { $deadline }.
section-receipt-lead-closed = Her er det, du har svaret.
section-receipt-mail = Du får også en kvittering på mail.
section-receipt-title = Tak for dine svar
section-saved = Svarene er gemt. Brug linket i din mail, når du vil fortsætte. Fristen er { $deadline }.
section-started = { $answered } af { $questions }
section-summary = Se efter og indsend
section-summary-lead = Du har svaret på { $answered } af { $questions } spørgsmål. Intet tæller med, før det er indsendt.
section-take-back = Tag tilbage og ret
section-to-helper = Overdraget til { $name }
section-your-answers = Svar i { $area }

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
welcome-helper-lead = { $name } har bedt dig svare på afsnittet { $area }.
welcome-helper-lead-use = Dine svar står med dit navn over for { $name }, som indsender afsnittet.
welcome-helper-title = Vil du hjælpe med ét afsnit?
welcome-lead = Du bliver spurgt som { $post }: Hvor langt er I med Sundhedsstyrelsens forebyggelsespakker?
welcome-lead-name = Hej { $name }
welcome-not-me = Er du ikke { $post }? Giv spørgsmålene videre
welcome-on-behalf = Du svarer for
welcome-pause = Du kan holde pause når som helst. Svarene gemmes, mens du svarer, og linket i din mail virker indtil fristen.
welcome-share = Kan en kollega bedre svare på et afsnit, kan du overdrage det.
welcome-start = Start
welcome-time = Tid
welcome-time-text = Cirka { $minutes } min.
welcome-title = Hvor langt er I med forebyggelsen?
welcome-to-answers = Se svarene
welcome-use = Sådan bruges svarene
welcome-use-names = Du svarer på vegne af dit område. Svarene er ikke anonyme: kommunens koordinator og konsulenterne kan se, hvad der er svaret.
welcome-use-quote = Kun det, du skriver under "Må citeres", kan blive gengivet, og aldrig med dit navn.
welcome-use-why = Svarene viser, hvor kommunen er kommet videre siden sidst, og hvor der er mest at hente.
