# English texts, the same keys as the Danish file.
site-name = Pejlemærke
skip-link = Skip to content
main-menu = Main menu
menu = Menu
menu-rounds = Rounds
menu-catalogue = Recommendations
menu-letters = Letters
sign-out = Sign out
accessibility = Accessibility statement
privacy = Personal data
role-admin = Administrator
role-consultant = Consultant
role-coordinator = Coordinator
demo-banner = Demo: all answers and figures are generated. They say nothing about real municipalities.

error-not-found = This page does not exist
error-not-found-cure = The link is wrong, expired or used. Check that you have the whole address, or use the link in your latest letter.
error-forbidden = You have no access to this
error-forbidden-cure = The form was not sent from this service. Go back, reload the page and try again.
error-too-many = Too many attempts
error-too-many-cure = Wait some minutes and try again.
error-request = The request could not be read
error-request-cure = Go back, reload the page and try again.
error-busy = The service is busy
error-busy-cure = Wait a moment and reload the page. What said "Saved" is saved.
error-internal = Something went wrong
error-internal-cure = The error has been recorded. What said "Saved" is saved. Try again in a little while.
error-refused = This cannot be done
error-home = Go to the front page

refusal-edition-published = The edition is published and cannot change. Make a new edition with the correction.
refusal-edition-not-published = The edition is a draft. Publish it first.
refusal-edition-changed = The edition has changed since it was published. Restore it from a backup or import the right file.
refusal-unknown-edition = There is no edition with the key { $key }. Import it first.
refusal-unknown-package = The edition has no package with the key { $key }.
refusal-unknown-round = There is no round with the key { $key }.
refusal-round-exists = There already is a round with the key { $key }. Choose another.
refusal-bad-key = "{ $key }" cannot be a key. Use 1 to 40 letters, digits, dots and hyphens.
refusal-closes-before-it-opens = The round closes before it opens. Correct the dates.
refusal-bad-coverage = The minimum coverage must be a number from 0 to 1, such as 0.7.
refusal-round-not-draft = The round is no longer a draft.
refusal-round-not-open = The round is not open.
refusal-round-not-closed = The round must be closed first.
refusal-round-not-historic = Only a historic round takes imported answers. Create it with --historic.
refusal-nobody-to-ask = There is no post that the round's questions could be put to. Import posts first.
refusal-answers-exist = The round already has imported answers. Create a new round to replace them.
refusal-deadline-passed = The deadline has passed, so the answers can no longer be changed.
refusal-handed-in = The section is handed in. Take it back if you want to change something.
refusal-answers-missing = { $count ->
    [one] 1 answer is missing.
   *[other] { $count } answers are missing.
 }
refusal-bad-address = "{ $address }" is not an e-mail address. Write it like name@example.org.
refusal-bad-name = Write a name on one line of at most 200 characters.
refusal-staff-exists = There already is an account with that e-mail address.
refusal-unknown-staff = There is no account with that e-mail address.
refusal-wrong-municipalities = A coordinator must have exactly one municipality, and an administrator none.
refusal-unknown-municipality = { $code } is not a municipality code. Write four digits, such as 0101.
refusal-wrong-password = E-mail address or password is wrong.
refusal-too-many-attempts = Too many attempts. Wait some minutes and try again.
refusal-password-too-short = The password must have at least 12 characters.
refusal-key-expired = The link has been used or has expired. Ask for a new one.

# The command line
cli-nothing-written = Dry run: nothing was written.
cli-faults = { $path }: { $count ->
    [one] 1 fault.
   *[other] { $count } faults.
 } Nothing was written.
cli-edition-read = Edition { $key }: { $packages } packages, { $recommendations } recommendations, { $questions } questions.
cli-edition-replaces = The draft { $key } is replaced: { $added } new questions, { $removed } removed.
cli-edition-published = Edition { $key } is published. Checksum: { $hash }
cli-crosswalk-read = Crosswalk { $from } to { $to }: { $links } links, { $compared } of them compared.
cli-round-created = Round { $key } is created as a draft.
cli-round-historic = Historic round { $key } is created and closed. Import its answers with: pejl answers import --round { $key } FILE
cli-round-opened = Round { $key } is open and its letters are queued.
cli-round-scheduled = Round { $key } opens by itself on its date.
cli-round-closed = Round { $key } is closed.
cli-directory-read = Posts: { $new } new, { $changed } changed, { $unchanged } unchanged, { $missing } missing from the file and left alone.
cli-post-new = Line { $line }: new: { $code } { $post }
cli-post-changed = Line { $line }: changed: { $code } { $post } ({ $fields })
cli-post-missing = Missing from the file: { $code } { $post }
cli-answers-read = { $answers } answers from { $posts } posts in { $municipalities } municipalities.
# Passwords and signing in
refusal-password-too-long = The password may have at most 200 characters.
refusal-passwords-differ = The two passwords are not the same. Write the same one in both places.
refusal-staff-disabled = The account is disabled. Make it again with pejl staff add.
sign-in = Sign in
sign-in-lead = For administrators, consultants and coordinators. To answer a survey, use the link in your mail. It takes no password.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-forgotten = Do you have no password, or have you forgotten it?
sign-in-forgotten-cure = Ask your administrator for a new link. With it you choose a password yourself.
sign-in-error = Error
sign-in-error-title = Error: { $title }
sign-in-failed = You are not signed in
staff-password = Choose a password
staff-password-lead = The password belongs to { $email }. Once it is saved you are signed in, and the link can't be used again.
staff-password-new = New password
staff-password-hint = { $minimum } to { $maximum } characters. A sentence is good: easy to remember and hard to guess.
staff-password-repeated = Repeat the password
staff-password-save = Save password
staff-password-failed = The password was not saved

# About the service
about-accessibility-lead = This page is about the service at { $address }. Everybody must be able to use it, also with a keyboard, a screen reader or enlarged text.
about-accessibility-status = How far we are
about-accessibility-status-built = The service is built to meet WCAG 2.1 at level AA, which the European standard EN 301 549 demands.
about-accessibility-status-checked = No complete review has been made yet, so we can't promise that every demand is met. If you find a fault, we would like to hear of it.
about-accessibility-charts = Charts and colours
about-accessibility-charts-text = Colours never stand alone but together with words or figures. The figures behind a chart should also be found in a table. Where one is missing, that is a fault.
about-accessibility-contact = Tell us about problems
about-accessibility-contact-text = If there is something you can't use, or if you need the content in another form, contact us: { $contact }. Please say which page it is about.
about-accessibility-statement = The official statement and complaints
about-accessibility-statement-text = The authority that runs the service has to make the official accessibility statement in WAS-Tool at was.digst.dk and update it at least once a year. This page does not replace it.
about-accessibility-supervision = The Danish Agency for Digital Government (Digitaliseringsstyrelsen) supervises that the law on web accessibility is kept. If you don't get an answer you can use, you can turn to the agency.
about-privacy-lead = The service follows how far the municipalities are with the prevention packages. Here is what it keeps about you, and why.
about-privacy-responsible = Who is responsible?
about-privacy-responsible-text = The authority that carries out the survey is the controller: normally the municipality. Whoever runs the service for the authority is its processor. Contact: { $contact }.
about-privacy-purpose = Purpose
about-privacy-purpose-text = To ask leaders how far their area is with the recommendations, to remind of the deadline, and to show the development from the first survey until today. What is kept is not used to assess individual employees.
about-privacy-basis = Legal basis
about-privacy-basis-text = The processing is expected to be part of the authority's tasks under article 6(1)(e) of the General Data Protection Regulation, cf. section 119 of the Danish Health Act. The final basis is for the municipality's lawyer to settle. The processing does not rest on consent.
about-privacy-data = What we keep
about-privacy-data-text = Name, post, department, work e-mail and phone; when letters were sent and answers handed in; the answers, and what you write in comments yourself. If you have an account, also your e-mail address, your role, and a code from which the password can't be read.
about-privacy-data-comments = Do not write about citizens or about anybody's health in comments.
about-privacy-access = Are answers anonymous?
about-privacy-access-text = No. You answer on behalf of your area, and the municipality's coordinator and the consultants can see which post an answer comes from. Answers may be subject to access to documents, record keeping and archive rules.
about-privacy-retention = For how long
about-privacy-retention-identity = Who held the post is only to be kept as long as the survey and its follow-up need it. The authority sets the time limit.
about-privacy-retention-answers = The area's answers are kept longer, under the post, so that surveys can be compared over the years.
about-privacy-cookies = Cookies
about-privacy-cookies-text = Only necessary ones: one that remembers that you are signed in or have opened your personal link, and one that remembers your language. None of them follows you to other sites.
about-privacy-rights = Your rights
about-privacy-rights-text = You can ask for access to, correction or erasure of what is kept about you, ask for its use to be restricted, and object: { $contact }. You can complain to the Danish Data Protection Agency (Datatilsynet).

# Faults in files
fault-on-line = Line { $line }: { $problem }
fault-at-key = Line { $line }, { $key }: { $problem }
fault-unreadable = The file cannot be read ({ $cause }). Check that it is saved in the right format.
fault-not-utf8 = The text is not UTF-8. Save the file as UTF-8.
fault-too-big = The file is too large: at most { $most } MB. Split it.
fault-too-many = The file is too long: at most { $most } rows or values. Split it.
fault-too-deep = There are more than { $most } levels inside each other here. Mend the indentation.
fault-anchor-or-alias = References with & and * cannot be used. Write the value in full, and quote a text that begins with & or *.
fault-several-documents = The file has more than one document. Remove the line with ---, and save each document in its own file.
fault-broken-quote = A quotation mark is not closed properly. Close it, or write quotation marks inside a cell twice.
fault-empty = The file is empty. It needs at least one row or value.
fault-unknown-key = This name is unknown here. Mend the spelling, or remove it.
fault-duplicate-key = This name stands twice. Remove one of them.
fault-missing = This field is missing. Fill it in.
fault-unknown = "{ $value }" does not exist. Mend the value.
fault-unknown-of = "{ $value }" does not exist. Write one of these: { $known }.
fault-repeated = "{ $value }" already stands on line { $first }. Remove or mend one of them.
fault-scale-without-points = The scale has no option with points above 0. Give at least one of them points.
fault-too-many-options = The scale has too many options. Use at most { $most }.
fault-question-without-area = The question is put to no area. Write at least one under areas.
fault-points-or-blank = An option must have either points or blank. Write exactly one of them.
fault-control-characters = The text has line breaks or invisible control characters. Remove them.
fault-not-an-address = "{ $value }" is not an e-mail address. Write one address such as leader@example.org, or leave the field empty.
fault-not-a-link = "{ $value }" is not a web address. It must begin with https:// or http://.
fault-cell-count = The row has { $found } cells, but the header has { $expected }. Mend the number, and quote text with semicolons.
fault-area-not-covered = The post does not cover the area. It covers: { $areas }.
fault-question-not-in-area = The question is not put to that area. Mend the area or the question.
fault-not-asked = The round does not ask that question. Remove the row, or choose another round.
fault-reason-missing = The answer requires a reason. Write it here.
fault-too-long = The text is too long. Use at most { $most } characters.
fault-linked-twice = The question is already linked as identical or reworded. It can be compared with one question only; use split or merged.
fault-measures-differ = The two questions measure different things ({ $from } and { $to }). Link only questions that measure the same.
fault-same-edition = from and to are the same edition. Write two different editions.
fault-contradicts = The row does not agree with line { $first }. Mend one of them.
fault-expected-text = A single text must stand here.
fault-expected-list = A list must stand here.
fault-expected-mapping = Fields with names and values must stand here.
fault-expected-whole-number = A whole number from 0 up must stand here, without quotation marks.
fault-expected-true-or-false = true or false must stand here, without quotation marks.
fault-expected-day = A day that exists must stand here, written as 2018-04-20.
fault-expected-key = A key must stand here: letters a-z, digits, full stop, hyphen or underscore, at most 100 characters.
# letters: the ledger
letters-title = Letters
letters-lead = Every planned mail is listed here, with what became of it.
letters-none = There are no letters yet.
letters-filter = Show letters by status
letters-all = All ({ $count })
letters-of-state = { $state } ({ $count })
letters-to = To
letters-kind = Letter
letters-post = Post
letters-state = Status
letters-when = Time
letters-attempts = Attempts
letters-pages = Pages
letters-previous = Previous
letters-next = Next
letters-page = Page
letters-position = Page { $page } of { $last }
letters-planned = Planned
letters-sending = Being sent
letters-accepted = Accepted by the mail server
letters-deferred = Deferred
letters-refused = Refused
letters-given-up = Given up
letters-bounced = Returned
letters-in-doubt = In doubt whether it was sent
letters-cancelled = Cancelled
letters-invitation = Invitation
letters-reminder = Reminder
letters-last-reminder = Last reminder
letters-handover = Section handed over
letters-receipt = Receipt
letters-instant = { $day } at { $time }
letters-oldest = The letter that has waited longest is or was due { $instant }.
letters-retried = { $count ->
    [0] No letters are refused or given up.
    [one] 1 letter is sent again.
   *[other] { $count } letters are sent again.
 }
letters-back = Back to letters
letters-subject = Subject
letters-open-link = Open the letter's personal link
letters-text = Text of the letter
letters-html = HTML of the letter

# letter: what letters say
letter-greeting = Hello
letter-greeting-name = Dear { $name }
letter-test = This is a trial round. The answers enter no figures.
letter-deadline = Please answer by { $deadline }.
letter-footer = Sender: { $sender }. If you have questions, or if you are not the right person to answer, write to { $contact }. This mail was sent automatically.
letter-link-personal = The link is personal: whoever has it can answer on your behalf, so do not pass it on. If a colleague should answer some of the questions, you can hand that part over once you have opened the link. Your colleague then gets a link of their own.
letter-use = Answers are given on behalf of the area, not as a private person, and they are not anonymous. They become figures for the area that can be compared with earlier years. The municipality's coordinator and the consultants who follow the municipality can see them.
letter-invitation-subject = The prevention packages: please answer by { $deadline }
letter-invitation-why = As { $post } in the municipality of { $municipality } you are asked how far you have come with the recommendations of the Danish Health Authority's prevention packages. It is { $sender } that asks, as part of the round { $round }.
letter-invitation-gain = The answers show where the municipality is well under way, what has changed since last time, and where most is to be won.
letter-invitation-open = Open the questions
letter-invitation-saved = You need not answer everything at once. Your answers are saved as you go, and you can come back by the same link.
letter-reminder-subject = Reminder about the prevention packages: please answer by { $deadline }
letter-last-reminder-subject = Last reminder about the prevention packages: please answer by { $deadline }
letter-reminder-why = { $which ->
    [last] The deadline is near, and we still miss your answers as { $post } in the municipality of { $municipality } about the prevention packages in the round { $round }.
   *[first] We miss your answers as { $post } in the municipality of { $municipality } about the prevention packages in the round { $round }.
 }
letter-reminder-open = Continue with the questions
letter-reminder-saved = What you have already answered is saved. Remember to hand in at the end: only then do the answers count.
letter-handover-subject = Please answer the section { $area } about the prevention packages
letter-handover-why = { $holder } ({ $post }, municipality of { $municipality }) has asked you to answer the section { $area } about the prevention packages in the round { $round }.
letter-handover-open = Open the section
letter-handover-limits = The link is personal and opens this section only. { $holder } can see your answers and remains accountable for them.
letter-receipt-subject = Receipt: your answers are handed in ({ $round })
letter-receipt-thanks = Thank you. The answers of { $post } in the municipality of { $municipality } are handed in for the round { $round }.
letter-receipt-change = You can take them back and change them until the end of { $deadline }. After that they are final.
letter-receipt-open = See your answers
letter-receipt-unanswered = Not answered
letter-receipt-reason = Reason: { $text }
letter-receipt-comment = Comment: { $text }
letter-receipt-quote = Comment that may be quoted: { $text }
cli-demo-filling = Filling the demo with generated answers from 98 municipalities ...
cli-demo-ready = The demo is ready at { $base }. All answers and figures are generated. Sign in with the password { $password } as:
cli-demo-links = Three leaders' personal links:
cli-demo-letters = The letters that the demo would have sent are at { $base }/letters. Stop with Ctrl-C; everything is deleted then.
