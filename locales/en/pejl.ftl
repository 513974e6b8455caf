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
