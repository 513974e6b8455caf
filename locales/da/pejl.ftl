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

# letters: the ledger
letters-title = Breve
letters-lead = Hver planlagt mail står her, og hvad der blev af den.
letters-none = Der er ingen breve endnu.
letters-filter = Vis breve efter status
letters-all = Alle ({ $count })
letters-of-state = { $state } ({ $count })
letters-to = Til
letters-kind = Brev
letters-post = Stilling
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
letters-in-doubt = Uvist, om det blev sendt
letters-cancelled = Aflyst
letters-invitation = Invitation
letters-reminder = Påmindelse
letters-last-reminder = Sidste påmindelse
letters-handover = Overdragelse af et afsnit
letters-receipt = Kvittering
letters-instant = { $day } kl. { $time }
letters-oldest = Det brev, der har ventet længst, skal eller skulle sendes { $instant }.
letters-retried = { $count ->
    [0] Ingen breve er afviste eller opgivne.
    [one] 1 brev sendes igen.
   *[other] { $count } breve sendes igen.
 }
letters-back = Tilbage til breve
letters-subject = Emne
letters-open-link = Åbn brevets personlige link
letters-text = Brevets tekst
letters-html = Brevets HTML

# letter: what letters say
letter-greeting = Hej
letter-greeting-name = Kære { $name }
letter-test = Dette er en prøverunde. Svarene indgår ikke i nogen opgørelse.
letter-deadline = Svar senest { $deadline }.
letter-footer = Afsender: { $sender }. Har du spørgsmål, eller er du ikke den rette til at svare, så skriv til { $contact }. Mailen er sendt automatisk.
letter-link-personal = Linket er personligt: Den, der har det, kan svare på dine vegne, så send det ikke videre. Skal en kollega svare på en del af spørgsmålene, kan du overdrage den del, når du har åbnet linket. Så får kollegaen sit eget link.
letter-use = Der svares på vegne af området, ikke som privatperson, og svarene er ikke anonyme. De bliver til tal for området, som kan sammenlignes med tidligere år. Kommunens koordinator og de konsulenter, der følger kommunen, kan se dem.
letter-invitation-subject = Forebyggelsespakkerne: svar senest { $deadline }
letter-invitation-why = Som { $post } i { $municipality } Kommune bliver du spurgt, hvor langt I er med anbefalingerne i Sundhedsstyrelsens forebyggelsespakker. Det er { $sender }, der spørger, og det sker som led i runden { $round }.
letter-invitation-gain = Svarene viser, hvor kommunen er godt på vej, hvad der har ændret sig siden sidst, og hvor der er mest at vinde.
letter-invitation-open = Åbn spørgsmålene
letter-invitation-saved = Du behøver ikke svare på det hele på én gang. Dine svar gemmes undervejs, og du kan vende tilbage med det samme link.
letter-reminder-subject = Påmindelse om forebyggelsespakkerne: svar senest { $deadline }
letter-last-reminder-subject = Sidste påmindelse om forebyggelsespakkerne: svar senest { $deadline }
letter-reminder-why = { $which ->
    [last] Fristen nærmer sig, og vi mangler stadig dine svar som { $post } i { $municipality } Kommune om forebyggelsespakkerne i runden { $round }.
   *[first] Vi mangler dine svar som { $post } i { $municipality } Kommune om forebyggelsespakkerne i runden { $round }.
 }
letter-reminder-open = Fortsæt med spørgsmålene
letter-reminder-saved = Det, du allerede har svaret, er gemt. Husk at indsende til sidst: Først da tæller svarene med.
letter-handover-subject = Svar på afsnittet { $area } om forebyggelsespakkerne
letter-handover-why = { $holder } ({ $post }, { $municipality } Kommune) har bedt dig svare på afsnittet { $area } om forebyggelsespakkerne i runden { $round }.
letter-handover-open = Åbn afsnittet
letter-handover-limits = Linket er personligt og åbner kun dette afsnit. { $holder } kan se dine svar og har stadig ansvaret for dem.
letter-receipt-subject = Kvittering: Dine svar er indsendt ({ $round })
letter-receipt-thanks = Tak. Svarene fra { $post } i { $municipality } Kommune er indsendt i runden { $round }.
letter-receipt-change = Du kan tage dem tilbage og rette dem til og med { $deadline }. Derefter ligger de fast.
letter-receipt-open = Se dine svar
letter-receipt-unanswered = Ikke besvaret
letter-receipt-reason = Begrundelse: { $text }
letter-receipt-comment = Kommentar: { $text }
letter-receipt-quote = Kommentar, der må citeres: { $text }
