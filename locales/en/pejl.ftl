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

# Extensions
refusal-extension-final = The post already has an extension, and an extension is final.
refusal-extension-too-early = Choose a day after the round's last day, and not a day that has passed.

# Common words on pages
breadcrumbs = Breadcrumb
word-info = Information
word-success = In order
word-warning = Warning
word-error = Error

# The catalogue
catalogue-title = Recommendations
catalogue-lead = The recommendations of the prevention packages, edition by edition, with the questions asked about them and where they come from.
catalogue-none = There are no editions yet. Import one with: pejl catalogue import FILE
catalogue-editions = Editions
catalogue-edition = Edition
catalogue-status = Status
catalogue-draft = Draft
catalogue-published = Published
catalogue-packages = Packages
catalogue-package = Package
catalogue-recommendations = Recommendations
catalogue-recommendation = Recommendation
catalogue-unconfirmed-count = Of which unconfirmed
catalogue-unconfirmed = Unconfirmed
catalogue-unconfirmed-text = Nobody has read this recommendation in a source. Check it against the published package before you rely on it.
catalogue-questions = Questions
catalogue-own-questions = Questions across the packages
catalogue-package-questions = Questions about the package as a whole
catalogue-no-recommendations = The edition has no known recommendations in this package. Only the package as a whole is asked about.
catalogue-published-on = Released
catalogue-imported-on = Imported
catalogue-made-immutable-on = Published here
catalogue-not-yet = Not yet; the draft can change
catalogue-unknown = Not stated
catalogue-hash = Checksum (SHA-256)
catalogue-categories = Categories (number of recommendations)
catalogue-levels = Levels (number of recommendations)
catalogue-category = Category
catalogue-source = Source
catalogue-central = Central
catalogue-central-count = Of which central
catalogue-marks = Level and marks
catalogue-areas = Areas
catalogue-published-package = The published package
catalogue-measure = Measures
catalogue-measure-implementation = Implementation: how far the recommendation is carried out
catalogue-measure-awareness = Awareness: how well the packages are known in the area
catalogue-measure-overall = Overall judgement of the package
catalogue-scale = Scale
catalogue-scale-caption = Options of the scale { $scale } for: { $question }
catalogue-option = Option
catalogue-points = Points
catalogue-no-points = does not count
catalogue-reason-required = requires a reason
catalogue-the-area = the area

# Crosswalks between editions
crosswalk-heading = Crosswalks
crosswalk-title = From { $from } to { $to }
crosswalk-explanation = A crosswalk shows what became of each question from one edition to the next. Only questions that are the same or merely reworded are compared over time.
crosswalk-beside = In other editions
crosswalk-none = There is no crosswalk to or from this edition.
crosswalk-earlier = Earlier: { $edition }
crosswalk-later = Later: { $edition }
crosswalk-new = New in { $edition }
crosswalk-retired = Retired in { $edition }
crosswalk-whole = See the whole crosswalk
crosswalk-relation = Relation
crosswalk-comparison = Comparison
crosswalk-identical = Same question
crosswalk-reworded = Reworded
crosswalk-split = Split into several
crosswalk-merged = Several merged
crosswalk-compared = Compared
crosswalk-not-compared = Not compared
crosswalk-word-new = New
crosswalk-word-retired = Retired
crosswalk-not-asked = not asked
crosswalk-figure-compared = Compared
crosswalk-figure-compared-note = links: same or reworded
crosswalk-figure-listed = Listed only
crosswalk-figure-listed-note = links: split or merged
crosswalk-figure-new = New
crosswalk-figure-new-note = questions without predecessor
crosswalk-figure-retired = Retired
crosswalk-figure-retired-note = questions without successor

# Rounds
rounds-title = Rounds
rounds-lead = Each round asks the leaders about one edition of the recommendations.
rounds-none = There are no rounds yet.
rounds-create = Create a round
rounds-round = Round
rounds-heading = Round { $key }
rounds-state = State
rounds-state-draft = Draft
rounds-state-scheduled = Opens by itself
rounds-state-open = Open
rounds-state-closed = Closed
rounds-state-published = Published
rounds-test = Test round
rounds-historic = Historic
rounds-dates = Open from and to
rounds-edition = Edition
rounds-programme = Programme
rounds-packages = Packages
rounds-all-packages = All packages of the edition
rounds-rule = When several posts answer the same
rounds-rule-mean = The mean counts
rounds-rule-lowest = The lowest answer counts
rounds-rule-highest = The highest answer counts
rounds-coverage = Least coverage
rounds-of = { $done } of { $all }
rounds-moment = { $day } at { $time }
rounds-waiting-draft = The round is a draft. Nobody has been mailed, and nothing can be answered yet.
rounds-waiting-scheduled = The round opens by itself on { $day }. Nobody is mailed until then.
rounds-invited = Invited
rounds-invited-note = posts
rounds-mailed = Letters delivered
rounds-mail-failed = { $failed } could not be delivered
rounds-no-mail = no letters in a historic round
rounds-failed = Not delivered
rounds-started = Started
rounds-not-started = Not started
rounds-started-note = have opened the questionnaire
rounds-handed-in = Handed in
rounds-share = { $share } of those invited
rounds-share-column = Share handed in
rounds-country = Result of the whole country
rounds-result = Result
rounds-result-of = The result of { $municipality }
rounds-per-municipality = Answers per municipality
rounds-municipality = Municipality
rounds-posts = Posts
rounds-post = Post
rounds-department = Department
rounds-holder = Contact
rounds-last-activity = Last activity
rounds-check = Check the round
rounds-open = Open the round
rounds-close = Close the round
rounds-cancel = Cancel
rounds-opening-heading = Open round { $key }
rounds-nobody = The round can't be opened
rounds-opening-what = When the round opens, this happens:
rounds-opening-letters = { $letters ->
    [one] 1 letter with a personal link goes out.
   *[other] { $letters } letters, each with a personal link, go out.
 }
rounds-opening-posts = { $posts ->
    [one] 1 post
   *[other] { $posts } posts
 } in { $municipalities ->
    [one] 1 municipality
   *[other] { $municipalities } municipalities
 } are asked.
rounds-opening-frozen = Questions and posts are fixed. Later changes to the catalogue and the posts count from the next round.
rounds-opening-until = Answers are taken until the end of { $day }.
rounds-opening-test = The round is a test round: letters go out, but answers enter no figures.
rounds-opening-button = { $letters ->
    [one] Open now and send 1 letter
   *[other] Open now and send { $letters } letters
 }
rounds-schedule-heading = Or let the round open by itself
rounds-schedule-what = The round opens on the morning of { $day } over the posts there are then. Until then the posts can be corrected.
rounds-schedule-button = Let the round open on { $day }
rounds-closing-heading = Close round { $key }
rounds-closing-what = When the round closes, this happens:
rounds-closing-handed-in = { $done } of { $all } posts have handed in. Their answers enter the result.
rounds-closing-missing = { $missing ->
    [0] Nobody is missing.
    [one] 1 post has not handed in everything. What was not handed in is kept but does not count.
   *[other] { $missing } posts have not handed in everything. What was not handed in is kept but does not count.
 }
rounds-closing-final = Nobody can answer any more, not even those with an extension. A closed round can't be opened again.
rounds-closing-early = The round closes by itself after its last day, { $day }, and after the last extensions. Close it yourself only if it is to close sooner.
rounds-closing-button = Close the round now
rounds-preparation-heading = Check of round { $key }
rounds-preparation-lead = This is how the round will be if it opens today.
rounds-posts-asked = Posts to be asked
rounds-in-municipalities = { $municipalities ->
    [one] in 1 municipality
   *[other] in { $municipalities } municipalities
 }
rounds-letters = Letters to be sent
rounds-without-email-note = { $posts ->
    [one] 1 post without e-mail
   *[other] { $posts } posts without e-mail
 }
rounds-not-asked = Posts not to be asked
rounds-not-asked-note = because the round does not ask about their areas
rounds-posts-by-questions = How many get how many questions
rounds-questions = Questions
rounds-without-email = Posts without e-mail
rounds-all-have-email = Every post to be asked has an e-mail address.
rounds-without-email-text = They get no letter and can't answer until they have an e-mail address.
rounds-areas-without-post = Areas without a post
rounds-all-areas-covered = Every area asked about has a post in each municipality that has posts.
rounds-areas-text = Nobody in the municipality is asked about these areas, so they will stand as not asked.
rounds-to-opening = Go on to opening
rounds-warnings = Look at this before the round opens
rounds-warning-email = { $posts ->
    [one] 1 post has no e-mail address and gets no letter.
   *[other] { $posts } posts have no e-mail address and get no letter.
 }
rounds-warning-areas = { $municipalities ->
    [one] 1 municipality has areas that no post covers.
   *[other] { $municipalities } municipalities have areas that no post covers.
 }
rounds-warnings-all = See which
rounds-new-heading = Create a round
rounds-new-lead = The round becomes a draft. Nobody is mailed until you open it.
rounds-new-mistakes = The round was not created. Correct this:
rounds-new-button = Create the draft
rounds-no-edition = No edition is published, so there is nothing to ask. Publish one with: pejl catalogue publish EDITION
rounds-field-key = Key of the round
rounds-field-key-hint = A short name such as 2026. It stands in addresses and files and can't be changed.
rounds-field-opens = First day
rounds-field-closes = Last day
rounds-field-packages-hint = Tick none to ask about all packages of the edition.
rounds-field-rule-hint = When two posts in one municipality cover the same area.
rounds-field-coverage = Least coverage in per cent
rounds-field-coverage-hint = How large a part of the questions must be answered before a score is shown.
rounds-field-test = Test round
rounds-field-test-hint = Letters go out and can be answered, but the answers enter no figures.
rounds-mistake-key = Write a key, for example 2026.
rounds-mistake-opens = Choose the first day of the round.
rounds-mistake-closes = Choose the last day of the round.
rounds-mistake-rule = Choose what counts when several answer the same.
rounds-mistake-coverage = Write the least coverage as a number from 0 to 100, for example 70.
rounds-mistake-last-day = Choose a day.
rounds-status-heading = Answers from { $municipality }
rounds-status-nobody = No post in the municipality is asked in this round.
rounds-status-progress = { $done } of { $all } posts have handed in
rounds-call-list = Call list
rounds-call-list-lead = These posts have not handed in all their areas yet.
rounds-call-list-empty = Everybody has handed in. There is nobody to call.
rounds-progress = Progress
rounds-mail-state = Latest letter
rounds-areas = Areas
rounds-last-day = Last day
rounds-no-name = No name
rounds-no-phone = No phone number
rounds-no-email = No e-mail
rounds-no-letter = No letter yet
rounds-letter-invitation = Invitation
rounds-letter-reminder = Reminder
rounds-letter-accepted = Delivered
rounds-letter-failed = Not delivered
rounds-letter-waiting = Waiting to be sent
rounds-letter-cancelled = Cancelled
rounds-sections = { $done } of { $all } areas handed in
rounds-sections-missing = Missing: { $areas }
rounds-extended = Extended
rounds-extend = Give an extension
rounds-extension-heading = Extension for { $post }
rounds-extension-lead = { $department }, { $municipality }. Everybody else answers by { $day }.
rounds-extension-final = The deadline can be extended only once and can't be changed afterwards.
rounds-extension-day = New last day
rounds-extension-hint = A day after { $day }.
rounds-extension-button = Give the extension
rounds-extension-mistake = The deadline was not extended
