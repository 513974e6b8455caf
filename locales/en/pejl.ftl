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
