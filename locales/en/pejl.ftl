# English texts, the same keys as the Danish file.
site-name = Pejlemærke
skip-link = Skip to content
main-menu = Main menu
menu = Menu
menu-rounds = Rounds
menu-catalogue = Recommendations
menu-letters = E-mails
menu-administration = Administration
administration-title = Administration
administration-rounds = Create, open and close rounds, and see who has answered.
administration-programmes = The year: when rounds are drafted, open and close, and when letters go out.
administration-catalogue = Editions of the prevention packages with recommendations and questions.
administration-practice = Examples from the municipalities: approve those that wait, and find those that are shown.
administration-accounts = Who can sign in: invite users, change role and municipalities, and close access.
administration-directory = Who is asked: search, correct, import and download posts and contacts.
administration-letters = All planned and sent e-mails, and those that did not arrive.
administration-site = Name, sender, logo and colour, and the texts about accessibility and personal data.
administration-operation = Check of database and e-mails, what is deleted when, and the settings of the service.
administration-audit = Who did what and when, with before and after.
sign-out = Sign out
accessibility = Accessibility statement
privacy = Personal data
role-admin = Administrator
role-consultant = Consultant
role-coordinator = Coordinator
demo-banner = Demo: all answers and figures are generated. They say nothing about real municipalities.

error-not-found = This page does not exist
error-not-found-cure = The link is wrong, has expired or has been used. Check that you have the whole address, or use the link in your latest e-mail.
error-not-found-signed-in = The address is wrong, or your account has no access to the page. Choose from the menu, or go back to the page you came from.
error-link-stopped = This link no longer works
error-link-stopped-cure = The link has been replaced by a new one or withdrawn. If you have had a newer e-mail, use the link in that. Answers already saved are kept.
error-link-stopped-contact = If you have no link that works, write to
error-forbidden = You do not have access to this
error-forbidden-cure = The form was not sent from this service. Go back, reload the page and try again.
error-too-many = Too many attempts
error-too-many-cure = Wait a few minutes and try again.
error-request = The request could not be read
error-request-cure = Go back, reload the page and try again.
error-too-long = The text is too long
error-too-long-cure = Go back and make the text shorter, or save a little at a time.
error-too-slow = Sending took too long
error-too-slow-cure = The connection may be slow. Go back and try again.
error-busy = The service cannot answer just now
error-busy-cure = Wait a moment and try again. Answers marked "Saved" are saved.
error-internal = Something went wrong
error-internal-cure = The error has been recorded. Answers marked "Saved" are saved. Try again in a little while.
error-refused = This cannot be done
error-home = Go to the front page

refusal-edition-published = The edition is published and cannot change. Make a new edition with the correction.
refusal-edition-not-published = The edition is a draft. Publish it first.
refusal-edition-changed = The edition has changed since it was published. Restore it from a backup or import the right file.
refusal-crosswalk-in-use = { $rounds ->
    [one] 1 round is compared over this crosswalk. Say why the link is changed.
   *[other] { $rounds } rounds are compared over this crosswalk. Say why the link is changed.
}
refusal-too-many-views = You have { $most } saved views and can have no more. Delete one that you do not use.
refusal-draft-changed = The draft was changed after you opened the page. Read it again before you publish.
refusal-wrong-edition-key = That is not the edition's key. Write it exactly as it stands on the page.
refusal-unknown-edition = There is no edition with the key { $key }. Import it first.
refusal-edition-exists = There is an edition with the key { $key } already. Choose another.
refusal-edition-faulty = { $count ->
    [one] The draft has one fault. Mend it before the edition is published.
   *[other] The draft has { $count } faults. Mend them before the edition is published.
    }
refusal-not-carried-out = The municipality does not carry the recommendation out in full in this round. Only recommendations to which all answers are the best ones can be shared as an example.
refusal-example-decided = The example was decided about, or the municipality has changed it, since you opened the page. Open it again and see how it stands now.
refusal-edition-asked = A round or a programme uses the edition, so it cannot be deleted. Choose another edition there first.
refusal-edition-too-large = The edition has become too large to be kept. Remove something, or split it in two.
refusal-no-such-item = What you wanted to change is no longer in the draft. Perhaps somebody else has removed it.
refusal-item-in-use = { $count ->
    [one] It is used in one place of the edition and cannot be removed. Choose something else there first.
   *[other] It is used in { $count } places of the edition and cannot be removed. Choose something else there first.
    }
refusal-catalogue-key-taken = The key { $key } is in use already. Choose another.
refusal-bad-catalogue-key = "{ $key }" cannot be used as a key. Use 1 to 100 of the letters a-z, digits, dots, hyphens and underscores, and do not begin with a dot.
refusal-reserved-catalogue-key = "{ $key }" is a word that the catalogue uses in its own addresses. Choose another key.
refusal-text-too-long = A text is too long. Write at most { $most } characters.
refusal-no-such-revision = There is no change to go to.
refusal-unknown-package = The edition has no package with the key { $key }.
refusal-unknown-round = There is no round with the key { $key }.
refusal-round-exists = There is already a round with the key { $key }. Choose another.
refusal-bad-key = "{ $key }" cannot be used as a key. Use 1 to 40 letters, digits, dots and hyphens, and do not begin with a dot.
refusal-closes-before-it-opens = The round closes before it opens. Correct the dates.
refusal-bad-coverage = The minimum coverage must be a number from 0 to 1, such as 0.7.
refusal-announced-before-drafted = The announcement cannot go before the round is drafted. Draft the round earlier, or announce it later.
refusal-programme-exists = There is a programme with the key { $key }.
refusal-nothing-to-ask = No edition is published that the programme could ask.
refusal-round-not-draft = The round is no longer a draft.
refusal-round-not-scheduled = The round is not waiting to open automatically.
refusal-no-baseline = Round { $key } cannot be the baseline here. Choose a closed round of the same programme that ended before this one and is no test round.
refusal-package-not-asked = Both rounds must have asked about the package { $package }. Choose another round.
refusal-not-pinned = No baseline is chosen that could be removed.
refusal-round-not-open = The round is not open.
refusal-test-not-published = A test round can't be published.
refusal-not-to-sign = Answers of that round can't be signed.
refusal-nothing-handed-in = Nobody has answered in the round, so there are no figures to publish.
refusal-nothing-to-correct = Nothing has changed since the last release, so there is nothing to correct.
refusal-bad-release-reason = Say why the figures are corrected, in at most { $limit } characters.
refusal-round-not-closed = The round must be closed first.
refusal-round-not-historic = Only a historic round takes imported answers. Create it with --historic.
refusal-nobody-to-ask = There is no post that the round's questions could be put to. Import posts first.
refusal-no-answers = The round has no imported answers.
refusal-answers-exist = The round already has imported answers. Withdraw them first to replace them: pejl answers withdraw --round ROUND
refusal-deadline-passed = The deadline has passed, so the answers can no longer be changed.
refusal-handed-in = The section is handed in. Take it back if you want to change something.
refusal-answers-missing = { $count ->
    [one] 1 answer is missing.
   *[other] { $count } answers are missing.
 }
refusal-bad-address = "{ $address }" is not an e-mail address. Write it like name@example.org.
refusal-handed-to-oneself = That is your own address. Write your colleague's.
refusal-handed-to-accountable = Whoever has this address is still accountable for the section. If you cannot answer, press "I am done", and they are told.
refusal-address-as-name = Write only the colleague's name, without a web or mail address.
refusal-bad-name = Write a name on one line of at most 200 characters, without invisible ones.
refusal-proposal-changed = Somebody else has been proposed meanwhile. Look at the page again before you confirm.
refusal-bad-phone = A telephone number has at most 200 characters, on one line.
refusal-not-renamed = { $post } cannot get that title: the old title must be in the directory and not in the file, and the new one in the file and not in the directory.
refusal-post-exists = The municipality already has a post called { $post }, perhaps among the retired ones. Choose another name, or restore it.
refusal-post-is-asked = The post is asked in round { $round }, which is open, and has not handed in. Wait until it has handed in or the round is closed.
refusal-not-mergeable = Choose another post of the same municipality that is not retired.
refusal-bad-post-title = Write the post's name on one line of at most 200 characters.
refusal-bad-department = Write the department's name on one line of at most 200 characters.
refusal-no-areas = Choose at least one area.
refusal-bad-from-day = Write a date that exists and lies within a year.
refusal-no-file = Choose a file.
refusal-unknown-post = The municipality has no post with the title { $post }.
refusal-staff-exists = There is already an account with that e-mail address.
refusal-unknown-staff = There is no account with that e-mail address.
refusal-wrong-municipalities = A coordinator must have exactly one municipality, and an administrator none.
refusal-unknown-municipality = { $code } is not a municipality code. Write four digits, such as 0101.
refusal-wrong-password = The e-mail address or the password is wrong.
refusal-too-many-attempts = Too many attempts. Wait a few minutes and try again.
refusal-password-too-short = The password must have at least 12 characters.
refusal-key-expired = The link has been used or has expired. Ask for a new one.
refusal-schema-newer = The database was changed by a newer version of the program, so this version can't use it. Upgrade the program.
refusal-too-many-letters = So many e-mails were sent with this link in the last day that no more can be sent right now. Try again tomorrow, or write to the contact at the end of your mail.
refusal-no-delivery-report = The message is not a delivery report (RFC 3464) that can be read. Nothing was changed. Use the whole report that the mail server sent back, for example: pejl mail bounce report.eml
refusal-report-too-large = The message is too large to be a delivery report. Check that it is the right one. Nothing was changed.
refusal-report-of-no-letter = The delivery report is not about an e-mail that was sent from here. Check that it is the right one. Nothing was changed.

# The command line
cli-nothing-written = Dry run: nothing was written.
cli-bounce-bounced = The e-mail { $letter } came back. The post stands first on the call list, marked "Find successor".
cli-bounce-known = We already knew that the e-mail { $letter } came back. Nothing was changed.
cli-bounce-delayed = The e-mail { $letter } is delayed at the receiver's mail server. Nothing was changed.
cli-bounce-delivered = The e-mail { $letter } has arrived. Nothing was changed.
cli-bounce-outdated = The e-mail { $letter } has since got the status "{ $state }". Nothing was changed.
cli-faults = { $path }: { $count ->
    [one] 1 fault.
   *[other] { $count } faults.
 } Nothing was written.
cli-edition-read = Edition { $key }: { $packages ->
    [one] 1 package
   *[other] { $packages } packages
 }, { $recommendations ->
    [one] 1 recommendation
   *[other] { $recommendations } recommendations
 }, { $questions ->
    [one] 1 question
   *[other] { $questions } questions
 }.
cli-edition-replaces = The draft { $key } is replaced: { $added ->
    [one] 1 new question
   *[other] { $added } new questions
 }, { $removed } removed.
cli-edition-published = Edition { $key } is published. Checksum: { $hash }
cli-crosswalk-read = Crosswalk { $from } to { $to }: { $links ->
    [one] 1 link
   *[other] { $links } links
 }, { $compared } of them compared.
cli-round-created = Round { $key } is created as a draft.
cli-round-historic = Historic round { $key } is created and closed. Import its answers with: pejl answers import --round { $key } FILE
cli-round-opened = Round { $key } is open and its e-mails are queued.
cli-round-scheduled = Round { $key } opens automatically on its date.
cli-round-unscheduled = Round { $key } is a draft again and does not open automatically.
cli-round-deleted = The draft of round { $key } is deleted.
cli-round-closed = Round { $key } is closed.
cli-release-published = The figures of round { $key } are published: number { $number }, checksum { $checksum }
cli-release-fine = Round { $key }, release { $number }: as published ({ $checksum })
cli-release-changed-since = Round { $key }, release { $number }: answers of round { $rounds } have changed since. The figures stand; a correction takes the change in.
cli-release-damaged = Round { $key }, release { $number }: what is stored is not what was published. Restore it from a backup.
cli-release-edition = Round { $key }, release { $number }: edition { $edition } is not the one any more that the figures rest on. Restore it from a backup.
cli-release-figures = Round { $key }, release { $number }: the figures do not follow from what they rest on. Published: { $published } Computed now: { $now }
cli-release-none = No round is published
cli-release-broken = { $count ->
    [one] 1 release is not in order
   *[other] { $count } releases are not in order
 }
cli-round-counted = Round { $key } has been counted again.
cli-directory-read = Posts: { $new } new, { $changed } changed, { $unchanged } unchanged.
cli-directory-missing = { $count ->
    [one] 1 post is missing from the file and has not changed.
   *[other] { $count } posts are missing from the file and have not changed.
 } Retire them with --retire-missing if they no longer exist.
cli-directory-missing-retired = { $count ->
    [one] 1 post is missing from the file and is retired. What it has answered stays.
   *[other] { $count } posts are missing from the file and are retired. What they have answered stays.
 }
cli-directory-relinked = { $count ->
    [one] 1 post in an open round has another address: a new link is on its way there, and the old one no longer works.
   *[other] { $count } posts in open rounds have other addresses: new links are on their way there, and the old ones no longer work.
 }
cli-post-likely-renamed = { $from } is gone and { $to } is new: is it the same post? Then give --renamed "{ $code };{ $from };{ $to }", and it keeps its answers.
cli-post-named-again = Restored because the file names it: { $code } { $post }
cli-post-restored = { $post } is restored and will be asked again.
cli-post-retired = { $post } is retired and will not be asked any more. What it has answered stays.
cli-post-new = Line { $line }: new: { $code } { $post }
cli-post-changed = Line { $line }: changed: { $code } { $post } ({ $fields })
cli-post-missing = Missing from the file: { $code } { $post }
cli-baseline-pinned = Round { $round } is now held against round { $baseline } where that was chosen.
cli-baseline-unpinned = Round { $round } is again held against the earliest round that asked.
cli-answers-read = { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
 } from { $posts ->
    [one] 1 post
   *[other] { $posts } posts
 } in { $municipalities ->
    [one] 1 municipality
   *[other] { $municipalities } municipalities
 }.
cli-answers-withdrawn = The answers of round { $round } are withdrawn: { $taken } Others can be imported now.
# Passwords and signing in
refusal-password-too-long = The password may have at most 200 characters.
refusal-passwords-differ = The two passwords are not the same. Write the same one in both places.
refusal-staff-disabled = The account is disabled. Enable it again under Users, or make it again with pejl staff add.
sign-in = Sign in
sign-in-lead = For administrators, consultants and coordinators. To answer in a round, use the link in your e-mail. You need no password.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-forgotten = Do you have no password, or have you forgotten it?
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

# The first administrator
first-title = Create the first administrator
first-lead = The service has no users yet. Here you create the first one. After that the link can't be used again, and you can invite the others.
first-email-hint = Your work e-mail, which you also sign in with.
first-save = Create and sign in
first-failed = The administrator was not created
first-notice = The service has no users yet. Use the link that the program printed when it was started.
first-printed = The service has no users yet. Create the first administrator here:

# Accounts (administration)
accounts-title = Users
accounts-lead = Everybody who can sign in. Leaders who answer by the link in an e-mail are not entered here.
accounts-invite = Invite a user
accounts-invitation = Invite a user
accounts-invitation-lead = The user gets an e-mail with a link and chooses a password.
accounts-send-invitation = Send the invitation
accounts-email = E-mail address
accounts-email-hint = The work address. It is also the name for signing in.
accounts-role = Role
accounts-role-admin-hint = May do everything: catalogue, rounds, users and all municipalities.
accounts-role-consultant-hint = Sees results and who has answered for the municipalities chosen, or for all.
accounts-role-coordinator-hint = Follows the own municipality and corrects its posts.
accounts-municipalities = Municipalities
accounts-municipalities-hint = A coordinator must have exactly one municipality. A consultant without any sees all. An administrator must have none.
accounts-all-municipalities = All
accounts-municipality-count = { $count ->
    [one] 1 municipality
   *[other] { $count } municipalities
}
accounts-standing = Status
accounts-invited = Invited
accounts-active = Active
accounts-disabled = Disabled
accounts-seen = Last active
accounts-never-seen = Never
accounts-sessions = Places where the user is signed in
accounts-made = Made
accounts-own = This is your own account. You change its password, the language of its e-mails and where you are signed in on
accounts-changes = Change the user
accounts-rights = Change role and municipalities
accounts-rights-lead = The change takes effect at once for { $account }, also where the user is signed in.
accounts-rights-means = Role and municipalities decide what the user can see and do.
accounts-send-link = Send a new link
accounts-link-means = A new link is for when others may know the password. The password stops working at once, and the user is signed out everywhere.
accounts-link-again = The user has not chosen a password yet. A new link takes the place of the old one.
accounts-sign-out = Sign the user out everywhere
accounts-sign-out-means = The user can sign in again with the password.
accounts-disable = Disable the user
accounts-disabling = Disable { $account }?
accounts-disabling-means = A disabled user is signed out at once and cannot sign in. What the user has done stays.
accounts-enable = Enable the user again
accounts-enabling-means = The user gets an e-mail with a link and chooses a new password. Role and municipalities are as before.
accounts-factor = Two-step verification
accounts-factor-on = Yes
accounts-factor-off = No
accounts-factor-since = Since { $instant }
accounts-factor-reset = Reset two-step verification
accounts-factor-reset-means = Reset it only if you are sure that it is the user who has lost both phone and recovery codes. The user is signed out everywhere and then signs in with the password alone.
accounts-done-factor = Two-step verification is reset, and the user is signed out everywhere.
accounts-save = Save
accounts-back = Cancel
accounts-mistakes = The user was not saved
accounts-mistake-role = Choose a role.
accounts-done-invited = The invitation is being sent to { $email }.
accounts-done-rights = Role and municipalities are saved.
accounts-done-link = A new link is being sent to { $email }.
accounts-done-sessions = The user is signed out everywhere.
accounts-done-disabled = The user is disabled.
accounts-done-enabled = The user is enabled again. A link is being sent to { $email }.
refusal-own-account = You cannot disable, demote or reset your own account. Ask another administrator.
refusal-last-administrator = There must be at least one administrator who can sign in.

# My account and forgotten password
account-title = My account
account-password = Change the password
account-password-lead = When you change the password, you are signed out everywhere but here.
account-current-password = Present password
account-change-password = Change password
account-password-failed = The password was not changed
account-wrong-password = The present password is wrong.
account-sessions = Where you are signed in
account-sessions-lead = If there is a place that you do not know, sign out everywhere else and change the password.
account-session = Browser
account-session-here = This browser
account-session-other = Another browser
account-session-begun = Signed in
account-session-seen = Last active
account-sign-out = Sign out everywhere else
account-letters = E-mails to you
account-language = Language of e-mails
account-save-language = Save the language
account-done-password = The password is changed, and you are signed out everywhere else.
account-done-sessions = You are signed out everywhere else.
account-done-language = The language is saved.
# The API
api-problem-token = A token that works is missing
api-problem-token-cure = Send the token in Authorization as Bearer, or as the password of any user name. You make a token on the page My account.
api-problem-comments = The token may not fetch reasons and comments
api-problem-comments-cure = Make a token for which that is chosen.
api-problem-not-found = There is no such thing
api-problem-not-found-cure = The address is wrong, or the token may not fetch it. A round has figures once it has opened.
api-problem-method = This can only be fetched
api-problem-method-cure = Use GET. The API changes nothing.
api-problem-too-many = Too many requests
api-problem-too-many-cure = Wait as many seconds as Retry-After says, and try again.
api-problem-busy = The service cannot answer right now
api-problem-busy-cure = Wait a moment, and try again.
api-problem-internal-cure = The error has been recorded. Try again in a while.
api-problem-request-cure = Check the address and what was sent.
api-problem-parameter = A parameter is wrong
api-fault-unknown = There is no parameter called "{ $name }" here.
api-fault-twice = The parameter "{ $name }" may stand only once.
api-fault-number = The parameter "{ $name }" must be a whole number from 1 to { $most }.
api-fault-cursor = The parameter "{ $name }" is not from this list. Begin again without it.
api-fault-value = The parameter "{ $name }" has a value that is not here, or that the token may not fetch.

# Guide to the API
api-title = Figures for Excel and Power BI
administration-api = The API: how spreadsheets and programs fetch figures, and which addresses there are.
tokens-guide = How to fetch figures for Excel, Power BI and programs
api-lead = The figures on the pages can be fetched as JSON through an API, so that a spreadsheet, a report or a program always has the newest. The API can only be read.
api-token = Get an API token
api-token-make = Everybody with an account can make an API token. It fetches the municipalities that you can see yourself, and you choose how long it works.
api-token-send = The token is sent in Authorization, never in the address: either as Bearer, or as the password of any user name.
api-excel = Excel
api-excel-from-web = Choose Data, Get Data, From Other Sources, From Web.
api-excel-address = Insert one of the addresses below, for example the scores of a round, with ?limit=1000 at the end.
api-excel-sign-in = Choose Basic, write any user name, and insert the API token as the password.
api-excel-table = Click List beside data, choose To Table, and expand the column.
api-excel-all = A page has at most 1,000 rows. This query fetches all pages; insert it in the Advanced Editor.
api-power-bi = Power BI
api-power-bi-steps = Choose Get data and Web, and do as in Excel. The same query can be used, also where the report is refreshed on a schedule in the Power BI service. The token is kept as Basic credentials of the data source.
api-reading = How to read the answers
api-reading-pages = An answer is a page: data are the rows, and next is sent as after to get the next page. On the last page next is empty. The header Link has the whole address.
api-reading-numbers = The figures are those of the pages and the CSV files, with four decimals. Shares go from 0 to 1 and scores from 0 to 100.
api-reading-missing = Where there is no figure there is null, and reason says why. suppressed means that the figure is held back because it could tell of a single municipality.
api-reading-tags = Every answer has an ETag. Sent back as If-None-Match it is answered with 304 while nothing has changed.
api-reading-limits = A token can ask 300 times a minute. Where the API answers 429, wait as many seconds as Retry-After says.
api-document = The whole description as OpenAPI 3.1:
api-addresses = Addresses
api-parameters = Parameters: { $list }
api-parameter = Parameter
api-meaning = Meaning
api-values = Values
api-in-path = A part of the address
api-fields = Fields of each row
api-fields-of = Fields of each row: { $list }
api-field = Field
api-kind = Content
api-or-null = , or null
api-kind-text = Text
api-kind-number = Number
api-kind-yes-no = true or false
api-kind-day = Day
api-kind-instant = Instant (UTC)
api-kind-list = List
api-rounds = Rounds
api-rounds-about = All rounds, the newest first. The round's key stands in the addresses of its figures.
api-municipalities = Municipalities
api-municipalities-about = The municipalities that the token can fetch, with region and municipality group.
api-editions = Editions
api-editions-about = Editions of the prevention packages with packages, recommendations, areas and answer scales.
api-questions = Questions
api-questions-about = The questions of an edition, with what they measure and the areas that they are put to.
api-scores = Scores
api-scores-about = The scores of a round for each municipality, and for the whole country, the regions and the municipality groups where they may be shown.
api-changes = Changes
api-changes-about = The change from the baseline to the round, over the same questions answered both times, for each municipality and for the whole country.
api-distributions = Distributions
api-distributions-about = How the answers to each question spread over the options in the whole country. Each municipality counts once.
api-status = Who has answered
api-status-about = How many in each municipality are asked, have begun and have handed in.
api-comments = Reasons and comments
api-comments-about = What leaders have written beside answers that are handed in. Only for a token for which that was chosen.
api-parameter-key = The key of the round
api-parameter-edition = The key of the edition
api-parameter-of = What the figures are of: a municipality, the whole country, a region or a municipality group
api-parameter-municipality = Only this municipality, by its code
api-parameter-measure = Only this measure
api-parameter-package = Only this package, by its key; all is all packages together
api-parameter-area = Only this area, by its key; all is all areas together
api-parameter-question = Only this question, by its key
api-parameter-language = Language of titles: Danish if nothing is chosen
api-parameter-after = next from the page before
api-parameter-limit = Rows of a page, from 1 to 1,000; 100 if nothing is chosen
api-field-programme = The yearly series that the round belongs to
api-field-round-packages = The packages that are asked about
api-field-status = How far the round is
api-field-opens-on = The first day that it can be answered
api-field-opened-at = When the round opened
api-field-closed-at = When the round closed; its figures change no more after that
api-field-rule = How the answers of several posts become one
api-field-min-coverage = The least coverage that a score is shown with, from 0 to 1
api-field-is-test = Whether it is a test, which counts nowhere
api-field-is-historic = Whether the round was brought in from older material
api-field-title = The edition's title
api-field-published-on = The day that the edition was published
api-field-corrects = The edition that it corrects
api-field-packages = The packages with their recommendations
api-field-areas = The areas, in order
api-field-scales = The answer scales with options and points
api-field-text = The wording; {"{"}area{"}"} stands for the area's name
api-field-recommendation = The key of the recommendation
api-field-scale = The key of the answer scale
api-field-question-areas = The areas that the question is put to
api-field-regions = The regions that the municipality has belonged to, with first and last day
api-field-code = The municipality's code, DK for the whole country, the region's name or the number of the municipality group
api-field-name = What it is called
api-field-n = For a municipality cells with an answer that has a score; otherwise the number of municipalities behind the figure
api-field-reason = Why there is no figure
api-field-points = The points of the answer

# API tokens
tokens-title = API tokens
tokens-own = See your API tokens
tokens-lead = With an API token, Excel, Power BI and other programs can fetch the figures that you can see yourself. They cannot change anything.
tokens-none = You have no API tokens.
tokens-new = New API token
tokens-mistakes = The API token was not made
tokens-name = Name
tokens-name-hint = Write what you need the token for, for example Power BI for the annual report.
tokens-mistake-name = Write a name of at most { $most } characters.
tokens-lifetime = How long should it work?
tokens-choose = Choose
tokens-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
tokens-mistake-lifetime = Choose how long the token should work.
tokens-municipalities = Municipalities
tokens-municipalities-hint = If you choose none, the token can fetch all the municipalities that you can see yourself.
tokens-mistake-municipality = Choose only municipalities that you can see yourself.
tokens-narrow = Choose only some municipalities
tokens-comments = May fetch reasons and comments
tokens-comments-hint = What leaders have written may contain personal data. Choose it only if you need it.
tokens-create = Make API token
tokens-made-title = Your new API token
tokens-made-lead = The token "{ $name }" is made. Copy it now: it is not shown again.
tokens-made-once = Look after it as you would a password. Whoever has the token can fetch the same figures as you. If others have got hold of it, withdraw it and make a new one.
tokens-made-use = The token stops working when it expires, when you or an administrator withdraws it, and when your account is disabled.
tokens-to-list = See your API tokens
tokens-comments-short = Comments
tokens-expires = Expires
tokens-over = Expired
tokens-used = Last used
tokens-never-used = Never
tokens-all = All that the user can see
tokens-withdrawal = Withdrawal
tokens-withdraw = Withdraw
tokens-withdrawn = The API token is withdrawn and no longer works.
accounts-tokens-lead = With an API token, a program can fetch the figures that the user can see. Withdraw a token if others have got hold of it.
refusal-too-many-api-tokens = You have { $most } API tokens. Withdraw one before you make a new one.
audit-staff-create-api-token = API token made: { $name }
audit-staff-withdraw-api-token = API token withdrawn: { $name }
audit-field-reads-comments = Reasons and comments
audit-field-expires = Expires

# Signing in by a provider (OpenID Connect)
sign-in-provider = Sign in with { $provider }
sign-in-provider-lead = Use the account you already have. You type no password here.
sign-in-or-password = Or sign in with e-mail and password
provider-failed = You were not signed in
provider-not-let-in = You have no access to the service
provider-again = Go to sign-in
provider-contact = If that does not help, write to
provider-fault-not-begun = This sign-in was used, took too long or was begun in another browser. Begin again.
provider-fault-denied = You were not signed in at the provider, or you gave up. Try again if that was a mistake.
provider-fault-away = The provider of your sign-in does not answer just now. Wait a few minutes and try again.
provider-fault-unusable = What the provider of your sign-in answered can't be used. It is a fault in the set-up, which you can't mend yourself.
provider-fault-clocks = The clock of the provider of your sign-in and the one here differ. It is a fault in the set-up, which you can't mend yourself.
provider-fault-no-role = You are signed in at the provider, but your account there has no role in the service.
provider-fault-no-municipality = You are signed in at the provider, but your account there does not belong to the municipality that your role needs.
provider-fault-no-account = You are signed in at the provider, but you have no account in the service.
provider-fault-no-address = You are signed in at the provider, but your account there has no e-mail address that we can use.
provider-fault-not-verified = You are signed in at the provider, but it has not confirmed that the e-mail address is yours.
provider-fault-taken = There is already an account in the service with your e-mail address, and it belongs to another account at the provider.
provider-fault-disabled = Your account in the service is disabled.
provider-ask-directory = Ask those who manage users and rights at { $provider } to correct this. Then sign in again.
provider-ask-administrator = Ask an administrator of the service in your organisation for access.
provider-ask-operator = Ask those who run the service to look at the connection to { $provider }. Tell them when it happened.
provider-signed-out = You are signed out
provider-signed-out-still = You are still signed in at { $provider }. If you share the computer with others, sign out there too.
provider-sign-out = Sign out at { $provider }
refusal-passwords-off = Nobody signs in with a password here.
audit-staff-provider-sign-in = Sign-in at a provider: { $name }
audit-staff-provider-sign-out = Sign-out told by a provider: { $name }
audit-staff-unbind = User detached from a provider: { $name }
audit-field-identity = Provider's account
audit-field-code-asked = Code awaited
audit-field-password-ended = The password has ended
audit-identity-bound = Bound to the account here
audit-identity-made = Account made
accounts-identity = Sign-in at a provider
accounts-done-added = The account is made. No e-mail is sent: its owner signs in at the provider with this address.
accounts-done-reopened = The account is enabled again. No e-mail is sent: its owner signs in at the provider with this address.
accounts-rights-decided = Role and municipalities come from { $provider } and are written anew each time the user signs in. What you change here holds only until then.
accounts-unbind = Detach from the provider
accounts-unbinding-means = Detach the user from the provider if the same person has got a new account there. The user is signed out everywhere, and whoever signs in next with the address is bound to the account.
accounts-done-unbound = The user is detached from the provider.
doctor-provider = The provider of sign-in answers: { $issuer }
doctor-provider-wrong = The provider of sign-in can't be used, { $issuer }: { $cause }
doctor-provider-addresses = Addresses to register at the provider: { $callback } (after signing in), { $afterwards } (after signing out), { $channel } (notice of a sign-out)

forgotten-title = Forgotten password
forgotten-lead = Write the e-mail address that you sign in with. We send a link with which you choose a new password.
forgotten-send = Send link
forgotten-back = Back to sign-in
forgotten-failed = No link was sent
forgotten-sent = Look in your inbox
forgotten-sent-lead = If the address belongs to an account, an e-mail with a link to a new password has been sent. Your present password works until you have chosen a new one.
forgotten-sent-cure = If no e-mail comes, look in the folder for unwanted mail, and check that the address is the one you sign in with. If that does not help, ask your administrator.
# home: what waits
home-title = Overview
home-lead = Here you see what needs you.
home-nothing = Nothing needs you.
home-letters = E-mails that have not arrived
home-soon = Rounds in the coming week
home-opens = Round { $key } opens by itself on { $day }
home-opens-by-hand = Round { $key } is to open on { $day }, but is still a draft
home-late = Round { $key } should have opened on { $day }
home-closes = Round { $key } closes on { $day }
home-drafts = Drafts to check
home-draft-round = Round { $key }
home-draft-edition = Edition { $key }
home-addresses = Posts without an e-mail address
home-accounts = Users who have not chosen a password yet
home-answering = Have not answered
home-unanswered = { $count ->
    [one] 1 post out of { $all } has not handed in
   *[other] { $count } posts out of { $all } have not handed in
}
home-days-left = { $days ->
    [0] Today is the last day
    [one] 1 day left, the last day is { $day }
   *[other] { $days } days left, the last day is { $day }
}
home-deadline-over = The last day was { $day }
home-proposals = Proposed new leaders
home-proposal = { $post }, { $municipality }: { $name }
home-contacts = Contacts to mend
home-unreached = { $count ->
    [one] { $municipality }: 1 post in round { $key } has not got its e-mail
   *[other] { $municipality }: { $count } posts in round { $key } have not got their e-mail
}
home-unaddressed = { $count ->
    [one] { $municipality }: 1 post in round { $key } has no e-mail address
   *[other] { $municipality }: { $count } posts in round { $key } have no e-mail address
}
home-without-address = { $count ->
    [one] { $municipality }: 1 post of the directory has no e-mail address
   *[other] { $municipality }: { $count } posts of the directory have no e-mail address
}
home-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
home-response = Answers in open rounds
home-answered = { $done } of { $all } have handed in ({ $share } %)
home-answered-before = Round { $key } on the same day: { $share }%
home-missing = Municipalities with most answers missing
home-missing-in = { $count ->
    [one] { $municipality }: 1 post is missing in round { $key }
   *[other] { $municipality }: { $count } posts are missing in round { $key }
}
home-news = New since your last visit on { $day }
home-no-news = Nothing new has happened in the rounds since your last visit on { $day }.
home-news-opened = Round { $key } has opened
home-news-closed = Round { $key } has closed
home-news-handed-in = { $count ->
    [one] 1 post has handed in in round { $key }
   *[other] { $count } posts have handed in in round { $key }
}
home-news-comments = { $count ->
    [one] 1 new reason or comment in round { $key }
   *[other] { $count } new reasons and comments in round { $key }
}
home-news-advice = { $count ->
    [one] 1 new piece of advice to { $municipality }
   *[other] { $count } new pieces of advice to { $municipality }
}
home-waiting-examples = { $count ->
    [one] 1 example is waiting
   *[other] { $count } examples are waiting
}
home-declined-example = The example { $title } was declined: read why
home-result = The result of round { $key }
home-result-of = The result of round { $key } for { $municipality }

# audit: who did what
audit-title = Audit log
audit-lead = Who did what and when. The log never holds answers, passwords, links, or names and addresses of recipients.
audit-entries = Events, newest first
audit-none = No events match what you chose.
audit-when = Time
audit-what = Event
audit-who = Done by
audit-kind = What it concerns
audit-object = Key, e-mail address or id
audit-id = Id
audit-email = The user's e-mail address
audit-from = From this day
audit-to = To this day
audit-show = Show
audit-all-actors = Everyone
audit-all-deeds = All events
audit-all-kinds = Everything
audit-actors-staff = Users
audit-actors-link = Personal links
audit-actor-staff = User who no longer exists ({ $id })
audit-actor-link = Personal link: { $post }
audit-actor-clock = The service itself
audit-actor-command-line = The command line
audit-mistakes = The search can't be done
audit-mistake-day = Write the day as 2026-09-01.
audit-mistake-email = There is no user with that e-mail address.
audit-older = Older events
audit-newest = The newest events
audit-file = Download as CSV
audit-file-most = The file holds what you chose, at most the { $most } newest events.
audit-all-of-object = All events about the same
audit-trail = What was done
audit-trail-open = Show the latest events
audit-values = Changes
audit-field = Field
audit-before = Before
audit-after = After
audit-yes = Yes
audit-no = No
audit-kind-round = Round
audit-kind-answers = Imported answers
audit-kind-holder = People in the directory
audit-kind-edition = Edition
audit-kind-crosswalk = Crosswalk
audit-kind-post = Post
audit-kind-invitation = Post in a round
audit-kind-section = Section
audit-kind-letter = E-mail
audit-kind-letter-text = E-mail text
audit-kind-site = Look of the service
audit-kind-logo = Logo
audit-kind-site-text = Text about the service
audit-site-update = Name, sender, contact or colour of the service changed { $name }
audit-logo-set = Logo chosen { $name }
audit-logo-remove = Logo removed { $name }
audit-site-text-write = Text saved: { $name }
audit-field-contact = New contact
audit-field-sender = New sender
audit-field-width = Width in pixels
audit-field-height = Height in pixels
audit-kind-saved-view = Saved view
audit-kind-staff = User
audit-kind-programme = Programme
audit-example-share = Example of good practice shared: { $name }
audit-example-show = Example of good practice shown: { $name }
audit-example-decline = Example of good practice declined: { $name }
audit-example-withdraw = Example of good practice withdrawn: { $name }
audit-kind-example = Example of good practice
audit-advice-write = Advice given to a municipality: { $name }
audit-advice-edit = Advice to a municipality changed: { $name }
audit-advice-withdraw = Advice to a municipality withdrawn: { $name }
audit-kind-advice = Advice
audit-saved-view-create = View saved: { $name }
audit-saved-view-update = Saved view edited: { $name }
audit-saved-view-delete = Saved view deleted: { $name }
audit-programme-create = Programme { $name } created
audit-programme-update = Programme { $name } changed
audit-round-draft = Round { $name } created by its programme
audit-round-create = Round { $name } created
audit-round-update = Round { $name } changed
audit-round-delete = Round { $name } deleted
audit-round-schedule = Round { $name } set to open by itself
audit-round-unschedule = Round { $name } no longer opens by itself
audit-round-open = Round { $name } opened
audit-round-close = Round { $name } closed
audit-round-announce = Announcement queued for round { $name }
audit-round-remind = Reminders queued in round { $name }
audit-round-extend-many = Deadline extended for several in round { $name }
audit-round-try = Trial round { $name } created
audit-round-count = Answers of round { $name } counted
audit-round-publish = Figures of round { $name } published
audit-round-sign = A municipality's answers in round { $name } signed
audit-round-unsign = Signature in round { $name } withdrawn
audit-round-pin = Baseline for round { $name } chosen
audit-round-issue-links = Personal links issued in round { $name }
audit-round-withdraw = Imported answers of round { $name } withdrawn
audit-round-generate = Answers of round { $name } generated
audit-round-empty = Names and addresses in round { $name } deleted
audit-answers-import = Answers imported into round { $name }
audit-holder-empty = Names and addresses in the directory deleted { $name }
audit-edition-take-in = The editions that come with the program taken into use: { $name }
audit-edition-import = Edition { $name } imported
audit-edition-create = Edition { $name } begun as a draft
audit-edition-edit = Draft of edition { $name } changed
audit-edition-undo = Change undone in edition { $name }
audit-edition-redo = Change redone in edition { $name }
audit-edition-revert = Edition { $name } set back to an earlier version
audit-edition-delete = Draft of edition { $name } deleted
audit-edition-publish = Edition { $name } published
audit-crosswalk-import = Crosswalk { $name } imported
audit-kind-directory = Directory
audit-crosswalk-link = Questions linked in crosswalk { $name }
audit-crosswalk-unlink = Link removed in crosswalk { $name }
audit-directory-upload = File of posts brought for a check: { $name }
audit-post-add = Post added: { $name }
audit-post-edit = Post changed: { $name }
audit-post-merge = Post merged into another: { $name }
audit-post-plan-holder = New holder planned for post: { $name }
audit-post-change-holder = New holder of post: { $name }
audit-post-confirm-holder = Proposed new leader confirmed: { $name }
audit-post-decline-holder = Proposed new leader declined: { $name }
audit-post-withdraw-holder = Planned holder withdrawn: { $name }
audit-post-import = Directory imported { $name }
audit-post-correct = Contact details corrected for post { $name }
audit-post-retire = Post retired: { $name }
audit-post-restore = Post restored: { $name }
audit-invitation-start = Answering begun: { $name }
audit-invitation-hand-in = Answers handed in: { $name }
audit-invitation-extend = Deadline extended: { $name }
audit-invitation-open-task = Task opened from another link of its holder: { $name }
audit-invitation-hand-over = One or several sections handed over to a colleague: { $name }
audit-invitation-successor = Answering passed on to successor: { $name }
audit-invitation-new-holder = New holder of the post invited: { $name }
audit-section-save = Answers saved: { $name }
audit-section-hand-in = Section handed in: { $name }
audit-section-take-back = Section taken back: { $name }
audit-section-hand-over = Section handed over to a colleague: { $name }
audit-section-finish = Section reported done by a colleague: { $name }
audit-section-take-home = Section taken over again from a colleague: { $name }
audit-letter-repeat = E-mail sent again: { $name }
audit-letter-retry = E-mails queued again { $name }
audit-letter-settle = E-mail marked as delivered: { $name }
audit-letter-text-edit = E-mail text saved: { $name }
audit-letter-text-sample = Sample of an e-mail text sent: { $name }
audit-letter-empty = Addresses in e-mails to users deleted { $name }
audit-letter-bounce = E-mail returned: { $name }
audit-staff-found = First administrator created: { $name }
audit-staff-add = User created: { $name }
audit-actor-visitor = Somebody who is not signed in
audit-staff-invite = User invited: { $name }
audit-staff-rights = User's role or municipalities changed: { $name }
audit-staff-enable = User enabled again: { $name }
audit-staff-end-sessions = User signed out on other devices: { $name }
audit-staff-change-password = Password changed: { $name }
audit-staff-language = Language of e-mails chosen: { $name }
audit-staff-ask-reset = New password asked for: { $name }
audit-field-sessions = Sessions ended
audit-field-language = Language
audit-staff-begin-second-factor = Second step begun: { $name }
audit-staff-set-up-second-factor = Second step turned on: { $name }
audit-staff-remove-second-factor = Second step turned off: { $name }
audit-staff-renew-recovery-codes = New recovery codes made: { $name }
audit-staff-reset-second-factor = Second step reset: { $name }
audit-staff-disable = User disabled: { $name }
audit-staff-reset = New password link issued: { $name }
audit-staff-set-password = Password chosen: { $name }
audit-staff-sign-in = Sign-in: { $name }
audit-staff-sign-out = Sign-out: { $name }
audit-field-open-weeks = Weeks open
audit-field-draft-days = Created days before opening
audit-field-opens-itself = Opens by itself
audit-field-letter-plan = Plan of e-mails
audit-field-announcement = announcement, days before
audit-field-reminders = reminders, days after opening
audit-field-last-reminder = last reminder, days before the deadline
audit-field-without-email = Posts without e-mail address
audit-field-version = Version
audit-field-key = Key
audit-field-opens = First day
audit-field-closes = Last day
audit-field-test = Trial round
audit-field-historic = Imported round
audit-field-value = Choice
audit-field-role = Role
audit-field-municipalities = Municipalities
audit-field-hash = Checksum of the document
audit-field-answers = Answers
audit-field-posts = Posts
audit-field-areas = Areas
audit-field-last-day = Last day
audit-field-letters = Number of e-mails
audit-field-links = Number of links
audit-field-states = E-mails that were
audit-field-rows = Number of rows
audit-field-holders = Number of people
audit-field-new = New
audit-field-changed = Changed
audit-field-unchanged = Unchanged
audit-field-missing = Missing from the file
audit-field-retired = Retired
audit-field-restored = Restored
audit-field-renamed = Renamed
audit-field-relinked = New links sent

# Two-step verification
account-factor = Set up two-step verification
account-factor-on = Two-step verification is on: you write a code from your app when you sign in.
account-factor-off = Two-step verification is not on. With it nobody can sign in as you with the password alone.
code-title = Write your code
code-lead = The password is right. Now write the code of the app on your phone.
code-label = Code
code-hint = Six digits from the app, or one of your recovery codes.
code-lost = Do you not have your phone?
code-lost-cure = Use one of the recovery codes that you got when you switched two-step verification on. If you have neither phone nor recovery codes, ask your administrator to reset two-step verification.
factor-title = Two-step verification
factor-lead = When you sign in, you write your password and then a code of an app on your phone.
factor-failed = The code was not accepted
factor-password-failed = Nothing was changed
factor-must = Your role requires two-step verification. Switch it on here before you go on.
factor-app = You need an app that makes one-time codes, such as Microsoft Authenticator, Google Authenticator or Aegis.
factor-begin = Switch two-step verification on
factor-scan = 1. Add the account to the app
factor-scan-lead = Choose to add an account in the app, and scan the picture.
factor-picture = QR code for the app. The key stands below as text.
factor-typed = If you cannot scan, write this key in the app:
factor-confirm = 2. Confirm with a code
factor-confirm-lead = Write the code that the app shows now. Only then is two-step verification on. You are signed out everywhere else.
factor-confirm-button = Confirm
factor-anew-lead = If the code does not work, check that the clock of the phone is right, or begin again with a new key.
factor-anew = Make a new key
factor-set = Two-step verification has been on since { $instant }.
factor-codes = Recovery codes
factor-codes-left = { $count ->
    [one] You have 1 recovery code left.
   *[other] You have { $count } recovery codes left.
}
factor-codes-lead = A recovery code is for when you do not have the phone, and each works once. Write a code to get ten new ones. The old ones stop working then.
factor-codes-renew = Make new recovery codes
factor-remove = Switch two-step verification off
factor-remove-lead = If you have a new phone, switch two-step verification off with a code, and then on again.
factor-remove-must = Your role requires two-step verification, so you can do nothing else until it is on again.
factor-to-account = To My account
factor-paper = Keep your recovery codes
factor-done = Two-step verification is on.
factor-paper-lead = With a recovery code you can sign in when you do not have the phone. Each code works once.
factor-paper-once = The codes are shown this one time. Print them, or keep them in your password program, not on the phone.
factor-go-on = Go on
refusal-wrong-code = The code is wrong, too old or was used before. Wait for the next code of the app, and write that.
refusal-second-factor-set = Two-step verification is on already.

# site: what the authority has chosen
site-title = Look and texts of the service
site-lead = Here you choose what the service is called, who e-mails come from, and how pages look. A change shows on all pages within a minute.
site-field-name = Name of the service
site-hint-name = Stands at the top of every page. Without a name it is called Pejlemærke.
site-field-sender = Name of the sender
site-hint-sender = The name that receivers see on e-mails. Without a name, { $otherwise } is used.
site-field-contact = Contact
site-hint-contact = An e-mail address for questions about e-mails, accessibility and personal data. Without an address, { $otherwise } is used.
site-field-accent = Colour of buttons and marks
site-hint-accent = Write the colour as # and six characters, for instance #0b4f8a. Its contrast to white must be at least { $least }:1. Without a colour, the blue one is used.
site-save = Save
site-not-saved = Nothing was saved
site-fault-name = Write a name of at most { $most } characters without hidden characters.
site-fault-contact = Write an e-mail address, for instance health@example.org.
site-fault-colour = Write the colour as # and six characters from 0 to 9 and a to f, for instance #0b4f8a.
site-fault-contrast = The colour is too light. Its contrast to white is { $ratio }:1 and must be at least { $least }:1, so that everybody can read the text on buttons. Choose a darker colour.
site-logo = Logo
site-logo-now = The present logo
site-logo-none = There is no logo.
site-logo-file = Choose a logo
site-logo-hint = A PNG file of at most { $kilobytes } KB and { $width } × { $height } pixels. The logo is shown on white.
site-logo-send = Save logo
site-logo-remove = Remove the logo
site-logo-missing = Choose a file.
site-logo-too-big = The file is too big. It may have at most { $kilobytes } KB.
site-logo-not-png = The file is no PNG, or it is damaged.
site-logo-too-large = The picture is { $width } × { $height } pixels. It may be at most { $most_width } × { $most_height }.
site-texts = Texts about accessibility and personal data
site-texts-lead = The texts are opened from the bottom of every page. Where you write none of your own, the one that comes with the service is shown.
site-text-accessibility-da = Accessibility statement in Danish
site-text-accessibility-en = Accessibility statement in English
site-text-privacy-da = Processing of personal data in Danish
site-text-privacy-en = Processing of personal data in English
site-text-lead = The text is shown to everybody as soon as it is saved, and earlier versions can still be read. If you save an empty text, the one that comes with the service is shown again.
site-text-body = Text
site-text-hint = Write # before a heading, - before a point of a list and **two stars** around what shall be bold. An empty line parts paragraphs. A link is written [text](https://example.org). HTML is shown as plain text.
site-text-limit = At most { $most } characters
site-text-look = See how it will look
site-text-save = Save and show to everybody
site-text-unsaved = The text is not saved yet.
site-text-earlier = You see the version of { $when }. Save it to show it again.
site-text-preview = How the text will look
site-text-shown = Preview
site-text-html = The text holds HTML. It is shown as plain text.
site-text-too-long = The text is too long. It may have at most { $most } characters.
site-text-links = Links must begin with https://, http:// or mailto:. Correct: { $links }
site-text-versions = Versions, the newest first
site-text-version = Saved
site-text-writer = By
site-text-newest = Shown now
site-text-version-empty = Empty: the text that comes with the service
site-text-built-in = You have not written a text of your own yet. The one that comes with the service is shown.

# operation: what the service runs on
operation-title = Operation
operation-lead = Whether all is as it should be, what is deleted when, and the settings that the service was started with.
operation-check = Check
operation-check-lead = The check looks whether the database, the answers and the mail server are in order. It changes nothing, but may take a little while.
operation-check-now = Run the check
operation-finding = Finding
operation-verdict = Verdict
operation-retention = What is deleted when
operation-what = What
operation-since = Counted from
operation-goes = Is deleted
operation-of-rounds = Names, e-mail addresses, phone numbers and personal links of a round
operation-from-closing = the closing of the round
operation-of-directory = Names and contact details in the directory
operation-from-asking = the last time that the person was imported or asked in a round
operation-of-accounts = Addresses in e-mails to users
operation-from-letter = the day that the e-mail was made
operation-of-log = Entries of the log
operation-from-entry = the entry
operation-of-files = Files of the directory that were uploaded, but not carried out
operation-from-file = the upload
operation-of-attempts = Counts of attempts to sign in
operation-from-attempt = the attempt
operation-of-answers = Answers, comments and results
operation-stays = Is not deleted
operation-after-months = { $months ->
    [one] After 1 month
   *[other] After { $months } months
}
operation-log-months = { $months ->
    [one] After 1 month. Today, what is from before { $day } goes
   *[other] After { $months } months. Today, what is from before { $day } goes
}
operation-after-a-day = After 1 day
operation-never = Is not deleted ({ $setting } is 0)
operation-rounds = Closed rounds that still hold names
operation-rounds-none = There are no closed rounds that still hold names.
operation-round = Round
operation-round-day = Names are deleted
operation-settings = Settings
operation-settings-lead = They can only be changed where the service is started. Passwords and keys are never shown.
operation-setting = Setting
operation-value = Value
operation-set = Set, not shown
operation-unset = Not set

# About the service
about-accessibility-lead = This page is about the service at { $address }. Everybody must be able to use it, also with a keyboard, a screen reader or enlarged text.
about-accessibility-status = Status
about-accessibility-status-built = The service is built to meet WCAG 2.1 at level AA, as the European standard EN 301 549 requires.
about-accessibility-status-checked = No complete review has been made yet, so we can't promise that every requirement is met. If you find a fault, we would like to hear about it.
about-accessibility-charts = Charts and colours
about-accessibility-charts-text = Colours never stand alone but together with words or figures. The figures behind a chart should also be found in a table. Where one is missing, that is a fault.
about-accessibility-contact = Tell us about problems
about-accessibility-contact-text = If there is something you can't use, or if you need the content in another format, contact us: { $contact }. Please say which page it is about.
about-accessibility-statement = The official statement and complaints
about-accessibility-statement-text = The authority that runs the service has to make the official accessibility statement in WAS-Tool at was.digst.dk and update it at least once a year. This page does not replace it.
about-accessibility-supervision = The Danish Agency for Digital Government (Digitaliseringsstyrelsen) monitors compliance with the law on web accessibility. If you don't get an answer you can use, you can turn to the agency.
about-privacy-lead = The service follows how far the municipalities have got with the prevention packages. Here is what it keeps about you, and why.
about-privacy-responsible = Who is responsible?
about-privacy-responsible-text = The authority that carries out the survey is the controller: normally the municipality. Whoever runs the service for the authority is its processor. Contact: { $contact }.
about-privacy-purpose = Purpose
about-privacy-purpose-text = To ask leaders how far their area has got with the recommendations, to remind them of the deadline, and to show the development from the first round until today. What is kept is not used to assess individual employees.
about-privacy-basis = Legal basis
about-privacy-basis-text = The processing is part of the authority's tasks under article 6(1)(e) of the General Data Protection Regulation, cf. section 6 of the Danish Data Protection Act and section 119 of the Danish Health Act. It does not rest on consent.
about-privacy-data = What we keep
about-privacy-data-text = Name, post, department, work e-mail and phone; when e-mails were sent, and when you started and handed in; the answers, and what you write in comments yourself. If somebody calls you about the questionnaire, also who called and when, what came of the call, when to call again, and perhaps a short note. If you hand over a section, also your colleague's name and work e-mail, the message that you write to them, and who answered what. If you ask for more time, also your reason and the answer to it. If you have an account, also your e-mail address, your role, and a hashed form of the password.
about-privacy-data-comments = Do not write about citizens or about anybody's health in comments.
about-privacy-access = Are answers anonymous?
about-privacy-access-text = No. You answer on behalf of your area, and the municipality's coordinator, the consultants and those who administer the survey can see which post an answer comes from. Whoever answers for the post in the next round can see the answer and the comment. A message to a colleague is read by the colleague and by whoever has the post. Your reason for asking for more time is read by the municipality's coordinator and by the administrators. What is noted of calls is read by the coordinator, the consultants and the administrators. Answers may be subject to access to documents, record keeping and archive rules.
about-privacy-retention = How long do we keep your details?
about-privacy-retention-identity = Details of who held the post are only to be kept for as long as the survey and its follow-up need them. The authority sets the time limit.
about-privacy-retention-months = Names, e-mail addresses, phone numbers, personal links, messages to colleagues, reasons for more time and notes on calls are deleted { $months ->
    [one] 1 month
   *[other] { $months } months
 } after the round has closed. Details of who holds a post are deleted when the post has not been in a round for as long. This happens automatically.
about-privacy-retention-answers = The area's answers are kept longer, under the post, so that rounds can be compared over the years.
about-privacy-cookies = Cookies
about-privacy-cookies-text = Only necessary ones: one that remembers that you are signed in, one that recognises a browser you have signed in with, so that others cannot lock you out by guessing your password, and one that remembers your language. None of them follows you to other sites. What you write in an answer is also kept in the browser tab until it is saved with us. The copy in the tab is gone when you close it.
about-privacy-rights = Your rights
about-privacy-rights-text = You can ask for access to, correction or erasure of what is kept about you, ask for its use to be restricted, and object: { $contact }. You can complain to the Danish Data Protection Agency (Datatilsynet).

# Faults in files
fault-on-line = Line { $line }: { $problem }
fault-at-key = Line { $line }, { $key }: { $problem }
fault-unreadable = The file cannot be read ({ $cause }). Check that it is saved in the right format.
fault-not-utf8 = The text is not UTF-8. Save the file as UTF-8.
fault-too-big = The file is too large: at most { $most } MB. Split it.
fault-too-many = The file is too long: at most { $most } rows or values. Split it.
fault-sheet-too-long = The sheet is too long: at most { $most } rows. Save it as CSV; a CSV file may be longer.
fault-too-deep = There are more than { $most } levels inside each other here. Correct the indentation.
fault-anchor-or-alias = References with & and * cannot be used. Write the value in full, and put text that begins with & or * in quotation marks.
fault-several-documents = The file has more than one document. Remove the line with ---, and save each document in its own file.
fault-broken-quote = A quotation mark is not closed properly. Close it, or write quotation marks inside a cell twice.
fault-empty = The file is empty. It needs at least one row or value.
fault-unknown-key = This name is unknown here. Correct the spelling, or remove it.
fault-duplicate-key = This name appears twice. Remove one of them.
fault-reserved-key = This key is a word that the catalogue uses in its own addresses. Choose another.
fault-missing = This field is missing. Fill it in.
fault-unknown = "{ $value }" does not exist. Correct the value.
fault-unknown-of = "{ $value }" does not exist. Write one of these: { $known }.
fault-repeated = "{ $value }" is already on line { $first }. Remove or correct one of them.
fault-scale-without-points = The scale has no option with points above 0. Give at least one option points.
fault-too-many-options = The scale has too many options. Use at most { $most }.
fault-question-without-area = The question is put to no area. Write at least one under areas.
fault-points-or-blank = An option must have either points or blank. Write exactly one of them.
fault-control-characters = The text has line breaks or invisible control characters. Remove them.
fault-not-an-address = "{ $value }" is not an e-mail address. Write one address such as leader@example.org, without a sign such as = or - before it, or leave the field empty.
fault-not-a-link = "{ $value }" is not a web address. It must begin with https:// or http://.
fault-cell-count = The row has { $found ->
    [one] 1 cell
   *[other] { $found } cells
 }, but the header has { $expected }. Correct the number, and put text with semicolons in quotation marks.
fault-area-not-covered = The post does not cover the area. It covers: { $areas }.
fault-question-not-in-area = The question is not put to that area. Correct the area or the question.
fault-not-asked = The round does not ask that question. Remove the row, or choose another round.
fault-reason-missing = The answer requires a reason. Write it here.
fault-too-long = The text is too long. Use at most { $most } characters.
fault-linked-twice = The question is already linked as identical or reworded. It can be compared with one question only; use split or merged.
fault-measures-differ = The two questions measure different things ({ $from } and { $to }). Link only questions that measure the same.
fault-same-edition = from and to are the same edition. Write two different editions.
fault-contradicts = The row does not agree with line { $first }. Correct one of them.
fault-expected-text = There must be a single text here.
fault-expected-list = There must be a list here.
fault-expected-mapping = There must be fields with names and values here.
fault-expected-whole-number = There must be a whole number from 0 up here, without quotation marks.
fault-expected-true-or-false = There must be true or false here, without quotation marks.
fault-expected-day = There must be a date that exists here, written as 2018-04-20.
fault-expected-key = There must be a key here: letters a-z, digits, full stop, hyphen or underscore, at most 100 characters, and no full stop first.

# The header of a table, and rows of the directory of posts
fault-header = The header has columns that are not known: { $unknown }. And it lacks: { $missing }. Correct the header; where there is a slash, one of the names is enough.
fault-header-missing = The header lacks: { $missing }. Add it; where there is a slash, one of the names is enough.
fault-header-unknown = The header has columns that are not known: { $unknown }. Correct the spelling or remove them.
fault-other-municipality = The row belongs to another municipality. You can only change posts in { $own }. Remove the row or correct the municipality.
fault-too-far-ahead = The date is too far ahead. Write a date within { $limit } days.

# letters: the ledger
letters-title = E-mails
letters-lead = All planned e-mails and their status.
letters-none = There are no e-mails yet.
letters-none-found = No e-mails match the search.
letters-search = Search
letters-search-text = Name, address, post or subject
letters-search-round = Round
letters-search-municipality = Municipality
letters-search-all = All
letters-written-from = Written from
letters-filter = Show e-mails by status
letters-all = All ({ $count })
letters-of-state = { $state } ({ $count })
letters-to = To
letters-name-deleted = name deleted
letters-kind = E-mail
letters-post = Post
letters-to-account = Staff account
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
letters-in-doubt = Uncertain whether it was sent
letters-cancelled = Cancelled
letters-announcement = Announcement
letters-invitation = Invitation
letters-reminder = Reminder
letters-last-reminder = Last reminder
letters-extended = Later deadline
letters-handover = Section handed over
letters-handover-done = A colleague is done
letters-receipt = Receipt
letters-account-invitation = Invitation to a new user
letters-password-reset = Link to a new password
letters-new-sign-in = Notice of a sign-in from a new place
letters-round-drafted = Round drafted
letters-text-sample = Sample of an e-mail text
letters-instant = { $day } at { $time }
letters-oldest = The e-mail that has been waiting longest has its time of sending { $instant }.
letters-retried = { $count ->
    [0] No e-mails have been refused or given up.
    [one] 1 e-mail is sent again.
   *[other] { $count } e-mails are sent again.
 }
letters-back = Back to e-mails
letters-open-link = Open the e-mail's personal link
letters-text = Text of the e-mail
letters-html = HTML of the e-mail
letters-waiting-for-person = { $count ->
    [one] 1 e-mail gets no further until somebody decides. See under "Refused", "Given up" and "Uncertain whether it was sent".
   *[other] { $count } e-mails get no further until somebody decides. See under "Refused", "Given up" and "Uncertain whether it was sent".
 }
letters-unknown = { $count ->
    [one] 1 e-mail is not shown, because a newer version of the program made it and sends it itself.
   *[other] { $count } e-mails are not shown, because a newer version of the program made them and sends them itself.
 }
letters-repeated = Sent again; may have arrived twice
letters-late = E-mails are up to { $minutes } minutes late. See whether the mail server answers, and whether pejl work is running if you use it.
letters-decide = Decide
letters-decide-doubt = The mail server's answer was lost twice, so the e-mail may have arrived. Ask the receiver, or send it again at the risk that it arrives twice.
letters-decide-bounced = The e-mail came back. Find the successor and correct the address in the directory. A new e-mail is then sent automatically. Send this e-mail again only if the address works now.
letters-decide-failed = The mail server did not accept the e-mail. Correct the fault and send it again.
letters-repeat = Send again
letters-settle = Mark as delivered

# texts: what a programme's letters say
texts-title = E-mail texts
texts-lead = Here you decide what the e-mails of the programme say. Where you have written none, the text that comes with the program is used. A change holds for e-mails that are sent from now on, in a round that is open, too.
texts-letter = E-mail
texts-danish = Danish
texts-english = English
texts-in-danish = { $letter } in Danish
texts-in-english = { $letter } in English
texts-languages = Languages
texts-brought = Text that comes with the program
texts-brought-again = Text that comes with the program again, version { $version }
texts-own = Own text, version { $version }
texts-made-by = Saved { $when } by { $who }
texts-made = Saved { $when }
texts-to-history = See versions
texts-subject = Subject
texts-subject-hint = One line. Placeholders such as { $example } are filled in when the e-mail is sent.
texts-body = Text
texts-body-hint = An empty line begins a new paragraph. Put ** around bold text, # before a heading and - before the items of a list. A link is written as [text](https://example.org).
texts-limit = At most { $most } characters
texts-post = Show the e-mail to
texts-post-hint = Write words of a name, post, department or municipality and choose "Show the e-mail". Without words a made-up example is shown.
texts-post-found = Post
texts-post-none = No post matches "{ $text }". The e-mail is shown with a made-up example.
texts-save = Save the text
texts-show = Show the e-mail
texts-sample = Send a sample to me
texts-saved = The text is saved and used in e-mails that are sent from now on.
texts-unchanged = The text is the same as before, so no new version was saved.
texts-sample-sent = The sample is sent to your e-mail address. The text below is not saved yet.
texts-overtaken = The text was not saved, because somebody else has saved a new version while you were writing. Below it is held against yours.
texts-overtaken-cure = The form still holds your text. Change it so that it has both changes, and save again.
texts-faults = The text was not saved. Correct this:
texts-fault-line = Line { $line }: { $fault }
texts-fault-subject = The subject: { $fault }
texts-fault-no-subject = Write a subject.
texts-fault-no-body = Write a text.
texts-fault-too-long = Write at most { $most } characters.
texts-fault-unknown = There is no placeholder called { $written }.
texts-fault-unknown-like = There is no placeholder called { $written }. Did you mean { $nearest }?
texts-fault-not-here = The placeholder { $name } can't be used in this e-mail.
texts-fault-brace = Curly brackets are used around placeholders only. Correct the one at "{ $text }".
texts-fault-no-link = There is no { $link } in the text. Without it the receiver can't go on.
texts-fault-link-twice = { $link } may stand in one place of the text only.
texts-fault-not-in-subject = { $name } can't stand in the subject.
texts-fault-no-answers = There is no place for the answers. They must stand alone in a paragraph.
texts-fault-answers-alone = The answers must stand in one place and alone in a paragraph.
texts-fault-picture = There can't be pictures in e-mails.
texts-fault-address = "{ $address }" can't be used as a link. Write an address that begins with https:// or mailto:.
texts-fault-deep = There are too many lists or quotations within each other.
texts-placeholders = Placeholders that you can use
texts-placeholders-lead = Write the placeholder in curly brackets where it is to stand in the subject or the text.
texts-placeholder = Placeholder
texts-placeholder-means = What it becomes
texts-example = Example
texts-means-greeting = "Dear" and the receiver's name, or "Hello" where the name is not known
texts-means-recipient = The receiver's name, or the post where the name is not known
texts-means-post = The post that is asked
texts-means-municipality = The municipality
texts-means-colleague = In the letter about a handover: who handed the section over. In the letter that a colleague is done: the colleague. The post where the name is not known
texts-means-area = The section or sections that were handed over. In invitations and reminders the areas asked about; several are written as short as can be
texts-means-extent = How many questions there are, and how long they took others where that is known
texts-means-note = What was written to the colleague, and by whom. The line is left out where nothing was
texts-means-programme = The programme's name
texts-means-round = The round's key
texts-means-opens = The day on which the round opens
texts-means-deadline = The last day for answers, where it was extended too
texts-means-link = The receiver's personal link. Alone in a paragraph it becomes a button. Write [Open the questions](...) with the placeholder in the brackets to decide what stands on it.
texts-means-because = Why there is no more time
texts-means-answers = The answers that were handed in
texts-means-sender = Who sends the e-mail
texts-means-contact = The address to write to
texts-preview = How the e-mail will look
texts-preview-of = Shown as an e-mail to { $post }. In samples and here the link leads only to this page.
texts-preview-made-up = Shown with a made-up example. In samples and here the link leads only to this page.
texts-preview-html = The e-mail as most people see it
texts-preview-plain = The e-mail as plain text
texts-history = Versions
texts-history-lead = Everything that has been saved as { $text }. Nothing is deleted.
texts-version = Version
texts-when = Saved
texts-fetch = Go back
texts-fetch-version = Bring version { $version } into the form
texts-fetch-brought = Bring the text that comes with the program into the form
texts-differences = Differences
texts-from = From
texts-to = To
texts-compare = Compare
texts-no-difference = Both say the same.
texts-removed = Removed:
texts-added = Added:

# letter: what letters say
letter-greeting = Hello
letter-greeting-name = Dear { $name }
letter-test = This is a test round. The answers are not included in any figures.
letter-deadline = Please answer by { $deadline }.
letter-there-are = You are asked { $extent }.
letter-extent = { $questions ->
    [one] 1 question
   *[other] { $questions } questions
 }
letter-extent-minutes = { $questions ->
    [one] 1 question, which took others about
   *[other] { $questions } questions, which took others about
 } { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 }
letter-two-areas = { $first } and { $last }
letter-many-areas = { $count ->
    [one] 1 area
   *[other] { $count } areas
 }
letter-footer = Sender: { $sender }. If you have questions, or if you are not the right person to answer, write to { $contact }. This mail was sent automatically.
letter-footer-plain = Sender: { $sender }. If you have questions, write to { $contact }. This e-mail was sent automatically.
letter-link-personal = The link is personal: whoever has it can answer on your behalf, so do not pass it on. If a colleague is better placed to answer a section, open the link and hand the section over. Your colleague then gets a link of their own.
letter-use = You answer on behalf of the area, not as a private person, and the answers are not anonymous. The municipality's coordinator, the consultants who follow the municipality and those who administer the survey can read your answers, reasons and comments. So can whoever answers for the post in the next round. Others see only figures made from the answers, and comments that may be quoted.
letter-sample-subject = Sample: { $subject }
letter-sample = This is a sample of an e-mail text in { $programme }. The link leads to the page where the text is written.
letter-example-name = Anne Example
letter-example-post = Head of schools
letter-example-colleague = Bo Example
letter-example-note = You know the figures best. Tell me if anything is unclear.
letter-example-question = Do you have a plan of action?
letter-example-answer = To a high degree
letter-announcement-subject = The prevention packages in { $municipality }: the questions arrive on { $opens }
letter-announcement-why = As { $post } in the municipality of { $municipality } you will soon be asked how far you have got with the recommendations of the Danish Health Authority's prevention packages. The survey is carried out by { $sender } (round { $round }).
letter-announcement-when = You will get an e-mail with a personal link on { $opens } and can answer until the end of { $deadline }.
letter-announcement-not-yours = You need not do anything now. If you are not the right person to answer, please say so already now, so that we can ask the right one from the beginning.
letter-invitation-subject = The prevention packages in { $municipality }, { $area }: please answer by { $deadline }
letter-invitation-why = As { $post } in the municipality of { $municipality } you are asked how far you have got with the recommendations of the Danish Health Authority's prevention packages. The survey is carried out by { $sender } (round { $round }).
letter-invitation-gain = The answers show where the municipality is well under way, what has changed since last time, and where there is most to gain.
letter-invitation-open = Open the questions
letter-invitation-saved = You do not have to answer everything at once. Your answers are saved as you go, and you can come back with the same link.
letter-reminder-subject = Reminder about the prevention packages in { $municipality }, { $area }: please answer by { $deadline }
letter-last-reminder-subject = Last reminder about the prevention packages in { $municipality }, { $area }: please answer by { $deadline }
letter-reminder-why = { $which ->
    [last] The deadline is near, and { $sender } still needs answers from you as { $post } in the municipality of { $municipality } about the prevention packages (round { $round }).
   *[first] { $sender } needs answers from you as { $post } in the municipality of { $municipality } about the prevention packages (round { $round }).
 }
letter-reminder-open = Go to the questions
letter-reminder-saved = What you have already answered is saved. Remember to hand in at the end. Only then do the answers count.
letter-extended-subject = Your deadline for the prevention packages in { $municipality } is extended: Answer by { $deadline }
letter-extended-why = As { $post } in the municipality of { $municipality } you have been given a later deadline for the questions about the prevention packages (round { $round }).
letter-drafted-subject = Check round { $round } before it opens on { $opens }
letter-drafted-what = Round { $round } was drafted by itself. It asks edition { $edition } and is planned for { $opens } – { $closes }.
letter-drafted-itself = It opens by itself on { $opens } unless somebody changes that.
letter-drafted-click = It opens only when an administrator opens it.
letter-drafted-posts = { $posts ->
    [one] 1 post is asked, as the directory is now.
   *[other] { $posts } posts are asked, as the directory is now.
 }
letter-drafted-without-email = { $posts ->
    [one] 1 of them has no e-mail and cannot get an invitation.
   *[other] { $posts } of them have no e-mail and cannot get an invitation.
 }
letter-drafted-areas = { $municipalities ->
    [one] In 1 municipality there are areas that no post covers.
   *[other] In { $municipalities } municipalities there are areas that no post covers.
 }
letter-drafted-open = Check the round
letter-handover-subject = Will you answer some of the questions about the prevention packages? They are about { $area }
letter-handover-why = { $holder } has asked you to answer some of the questions about the Danish Health Authority's prevention packages (round { $round }). They are about { $area }. Your answers become part of those from { $post } in { $municipality }.
letter-handover-open = Open the questions
letter-handover-limits = The link is personal and opens only what you have been asked to answer. When you have answered, press "I am done". The leader who is accountable for the answers can see them and hands them in.
letter-handover-areas = { $others } and { $last }
letter-handover-note = { $name } writes: “{ $note }”
letter-handover-done-subject = { $name } is done with the section { $area }
letter-handover-done-what = { $name } is done with the section { $area }, which you are accountable for as { $post } (round { $round }).
letter-handover-done-next = Look the answers through and hand the section in by { $deadline }. If something should be changed, correct it yourself or ask { $name }.
letter-handover-done-open = See the answers
letter-handover-done-personal = The link is personal: whoever has it can answer on your behalf, so do not pass it on.
letter-receipt-subject = Receipt: your answers about the prevention packages are handed in (round { $round })
letter-receipt-thanks = Thank you for your help! The answers of { $post } in the municipality of { $municipality } are handed in for round { $round }.
letter-receipt-change = You can take them back and change them until the end of { $deadline }. After that they are final.
letter-receipt-open = See your answers
letter-receipt-personal = The link is still personal: whoever has it can take the answers back and change them, so do not pass it on.
letter-receipt-unanswered = Not answered
letter-receipt-reason = Reason: { $text }
letter-receipt-comment = Comment for the consultant: { $text }
letter-receipt-quote = Comment that may be quoted: { $text }

# E-mails to people with an account
letter-account-subject = You have an account in { $service }
letter-account-why = { $sender } has made an account for you in { $service }, where municipalities follow their work with the prevention packages of the Danish Health Authority. You sign in with the e-mail address { $account }. First you choose a password.
letter-account-open = Choose a password
letter-account-limits = The link works for { $limit } days and only once. Whoever has it can choose your password, so do not pass it on. If it has expired, choose "Forgotten password" at { $sign_in }.
letter-reset-subject = Choose a new password for { $service }
letter-reset-why = A new password was asked for on your account in { $service } ({ $account }).
letter-reset-open = Choose a new password
letter-reset-limits = The link works for { $limit } hours and only once. Whoever has it can choose your password, so do not pass it on. When you have chosen a new password, you are signed out everywhere else.
letter-reset-unasked = If you did not ask for it, you need not do anything. As long as nobody uses the link, your password does not change.
letter-new-sign-in-subject = Your account in { $service } was signed in to from a new place
letter-new-sign-in-what = Your account in { $service } ({ $account }) was signed in to on { $instant } from a browser and a network that you have not used before.
letter-new-sign-in-yours = If it was you, you need not do anything.
letter-new-sign-in-not-yours = If it was not you, choose a new password at once on My account. Everybody else is signed out then. Tell your administrator as well.
letter-new-sign-in-open = Open My account
cli-demo-filling = Filling the demo with generated answers from 98 municipalities ...
cli-demo-ready = The demo is ready at { $base }. All answers and figures are generated. Sign in with the password { $password } as:
cli-demo-links = Three leaders' personal links:
cli-demo-letters = The e-mails that the demo would have sent are at { $base }/letters. Stop with Ctrl-C; everything is deleted then.
# Respondents: landing page, overview, answering, handing in, handing over
kept-title = The answers were not saved
kept-try-again = The service can't save just now. What you wrote is still on this page, so don't close it. Try again in a moment, or copy what you wrote.
kept-again = Try to save again
kept-written = What you wrote
kept-link-stopped = The link no longer works, so the answers can't be saved. Copy what you wrote before you close the page. If you have been sent a newer link, use that.
kept-copy = What you wrote is shown below, so that you can copy it.
answer-answer = Answer
answer-autosave-failed = Not saved yet. Don't close the page. We keep trying.
answer-autosave-stopped = Not saved: the link no longer works, so nothing more is saved. Copy what you wrote before you close the page.
answer-kept = You wrote something here that was not saved in time. It exists only in this tab.
answer-kept-drop = Discard it
answer-kept-restore = Put it back
answer-by = Answered by { $name }
answer-about-unit = Answer for what you are responsible for yourself.
answer-about-unit-helper = Answer for what { $name } is responsible for.
answer-about-area = Answer for the whole area { $area } in the municipality.
answer-about-areas = Answer for the whole of these areas in the municipality: { $areas }.
answer-about-municipality = Answer for the whole municipality.
answer-by-on = Answered by { $name } on { $day }
answer-closed-read = You can still read the answers.
answer-closed-counts = Only what is handed in counts. If there is something you have not handed in, write to
answer-comment = Comment for the consultant
answer-comment-hint = Read by the municipality's coordinator, the consultants and those who administer the survey, and by whoever answers for the post next time.
answer-comments = Add a comment
answer-comments-change = Change the comment
answer-conflict = { $name } has answered in the meantime: { $answer }. Your answer is not saved. Choose the answer that should stand, and save again.
answer-conflict-link = Question { $number }: { $name } has answered too
answer-conflict-link-own = Question { $number }: answered on another device or in another window too
answer-conflict-own = Answered in the meantime on another device or in another window: { $answer }. The answer chosen here is not saved. Choose the one that should stand, and save again.
answer-conflict-summary = Somebody else has answered at the same time
answer-conflict-summary-own = There are answers from two places at the same time
answer-fault-cpr = Remove what looks like a CPR number, or tick "The text holds no CPR number"
answer-fault-cpr-link = Question { $number }: The text seems to hold a CPR number
answer-fault-long = Write at most { $limit } characters
answer-fault-long-link = Question { $number }: the text is too long
answer-fault-option = Choose one of the answers
answer-fault-option-link = Question { $number }: choose one of the answers
answer-fault-question = One of the answers does not belong here. Reload the page
answer-fault-reason = Write a reason
answer-fault-reason-link = Question { $number }: write a reason
answer-fault-summary = Not everything was saved
answer-general = Across the packages
answer-last-quote = may be quoted
answer-last-reason = reason
answer-last-time = Last answer ({ $round })
answer-last-wording = The question was:
answer-lead = { $questions ->
    [one] 1 question
   *[other] { $questions } questions
 }. Deadline: { $deadline }.
answer-lead-minutes = { $questions ->
    [one] 1 question. Others spent about { $minutes } min. on it.
   *[other] { $questions } questions. Others spent about { $minutes } min. on them.
 } Deadline: { $deadline }.
answer-limit = At most { $limit } characters
answer-means-all = It is settled practice everywhere it belongs.
answer-means-part = You have begun, but it does not happen everywhere or every time.
answer-means-nothing = You have not begun, or it is only a plan.
answer-means-not-relevant = It cannot be done or makes no sense in your area. Say why.
answer-means-dont-know = You cannot say, not even after asking a colleague.
answer-no-answer = Not answered
answer-no-cpr = The text holds no CPR number
answer-nothing-chosen = nothing chosen
answer-nothing-to-answer = There are no questions in this section in this round.
answer-optional = (optional)
answer-privacy = Do not write personal data about citizens.
answer-progress = { $answered } of { $questions } answered
answer-question = Question { $number }
answer-quote = Comment that may be quoted
answer-quote-hint = May appear in reports, but without your name.
answer-reason = Reason
answer-reason-hint = Must be filled in when you choose "{ $option }".
answer-reason-summary = The answers are saved, but a reason is missing
answer-save = Save and continue
answer-save-later = Save and continue later
answer-saved = Saved at { $time }
answer-saved-not-all = Saved at { $time }, but not question { $number }: { $fault }.
answer-not-saved = Not saved: question { $number } has been answered elsewhere too.
answer-saved-no-reason = Saved at { $time }, but question { $number } lacks a reason.
answer-saves = Answers are saved as you go.
answer-saves-by-button = Answers are saved when you press "Save and continue".
answer-step = Step { $step } of { $steps }
answer-steps = Steps
answer-understanding = What does this mean?
answer-why-recommendation = Recommendation
answer-why-package = Prevention package

# In how many of one's units an answer holds
units-question = How many of the units does this apply to?
units-hint = Only if you have several units. It never counts in the result.
units-hint-when = Only if you have several units and answer "{ $option }". It never counts in the result.
units-none = Not stated
units-share = { $share ->
    [all] All
    [most] Most
    [some] Some
   *[few] Few
 }
units-said = Units it applies to: { units-share }

# Highest last time and lowest now
setback-asked = Last time the answer was "{ $then }", and now it is "{ $now }". A few words in the comment on what has happened are welcome. It is optional.
setback-link = Write to question { $number }
setback-summary = { $count ->
    [one] One answer has gone from the highest to the lowest since last time. A few words on what has happened are welcome. You can also hand in without.
   *[other] { $count } answers have gone from the highest to the lowest since last time. A few words on what has happened are welcome. You can also hand in without.
 }

# One question for several areas
once-all-elsewhere = You answer every question of this section under your other sections. Here you can see the answers.
once-answer = Answer
once-answered = answered under { $area }
once-apart = Answer for each area separately
once-areas = { $first } as well as { $last }
once-areas-more = { $first }, { $next }
once-asked = asked under { $area }
once-covers = Applies to: { $areas }
once-explained = Questions that apply to more than one of your sections are asked only once.
once-left-out = The section { $area } has been handed in or handed over in the meantime, so what you answered for { $area } is not saved.
once-same = Use the same answer for all areas
once-some-elsewhere = { $questions ->
    [one] You answer 1 more question under another section
   *[other] You answer { $questions } more questions under your other sections
 }

handover-back = Back
handover-current = The section is handed over to { $name }. If you hand it over to somebody else, the old link stops working.
handover-email = Work e-mail
handover-email-missing = Write the e-mail address
handover-hint = As in name@example.org
handover-name = Name
handover-section = Hand over to a colleague
handover-section-lead = Your colleague gets one mail with a link that opens only what you hand over. You can see who answered what, and it is still you who hands in.
handover-section-send = Send the link
handover-section-title = Hand over the section { $area }
handover-summary = Correct the name or the e-mail address
handover-take-home = Take over the section again
handover-whole-done = Thank you. { $name } gets an e-mail with a new link
handover-whole-done-directory = The coordinator of the municipality is asked to confirm who holds the post now.
handover-whole-done-lead = Your own link no longer works. Answers already given are kept.
handover-whole-lead = Are you no longer { $post }? Tell us who is, and we will send the questions on. Your own link will stop working.
handover-whole-next = Continue
handover-whole-change = Correct the name or the e-mail address
handover-whole-asked = Send the questions on to { $name }?
handover-whole-asked-lead = As soon as they are sent, your own link stops working. Check that the e-mail address is right.
handover-whole-send = Send the questions on
handover-whole-title = Who should we ask instead?

# Handing over to colleagues: a note, several sections, on to the next one, done
handover-anyway = Answer it myself all the same
handover-done = I am done
handover-done-at = Reported done on { $when }.
handover-done-lead = Press the button when you are done, and { $name } is told. You can still make corrections until the section is handed in.
handover-done-said = You said on { $when } that you were done, and { $name } has been told. You can still make corrections until the section is handed in.
handover-finished-change = You can still correct your answers until { $name } hands them in.
handover-finished-correct = Correct your answers
handover-finished-lead = { $name } now gets a mail that the section { $area } is ready.
handover-finished-nothing = There is nothing more for you to do.
handover-finished-title = Thank you, you are done
handover-finished-told = { $name } looks the answers through and hands them in.
handover-history = Who has had the section
handover-note = Message to your colleague
handover-note-address = Write the message without mail and web addresses.
handover-note-cpr = The message seems to hold a CPR number. Delete it, or tick "The text holds no CPR number".
handover-note-from = Message from { $name }
handover-note-hint = For example what you would like to know. The message stands in the mail and on your colleague's page.
handover-note-limit = At most { $most } characters
handover-note-long = The message is too long. It may have { $most } characters at most.
handover-note-optional = (optional)
handover-on = Pass it on to another colleague
handover-on-asked = Pass the section { $area } on to { $name }?
handover-on-asked-lead = As soon as it is sent, your own link to the section stops working. Check that the address is right.
handover-on-done = Your colleague gets a mail with a link. Your own link no longer works, and your answers are kept.
handover-on-lead = Is somebody else better placed to answer? Your colleague gets a mail with a link, and your own link to the section stops working. Your answers are kept.
handover-on-send = Pass the section on
handover-on-title = Pass on the section { $area }
handover-on-wrong = If the address is wrong, tell whoever asked you for help. The section can be sent again.
handover-others = Hand over these sections, too
handover-sent-check = Check that the address is right. If it is wrong, correct it and send again. The first link then stops working.
handover-sent-correct = Correct and send again
handover-sent-lead = Sent { $when }. Your colleague gets one mail with one link.
handover-sent-sections = Sections
handover-sent-title = { $name } has been asked to answer
handover-since = Handed over on { $when }.
handover-step = { $from } handed the section to { $name } ({ $email }) on { $when }.
handover-step-done = Reported done on { $when }.
handover-step-ended = Had the section until { $when }.
handover-theirs = { $name } is answering this section. If you answer it yourself, you change your colleague's answers.
section-handed-over = Handed over
section-helper-is-done = The colleague is done

section-all-handed-in = Everything is handed in. Thank you for your help!
section-answers = See the answers
section-asks = { $missing ->
    [one] 1 answer is missing. Hand in anyway?
   *[other] { $missing } answers are missing. Hand in anyway?
 }
section-asks-lead = Questions without an answer do not count in the result. If in doubt, you can choose "Don't know".
section-asks-first = Answer first
section-change = Change
section-continue = Continue
section-hand-in = Hand in the section
section-hand-in-all = Hand in everything
section-hand-in-anyway = Hand in anyway
section-handed-in = Handed in
section-handed-in-at = Handed in { $date } at { $time }
section-handed-in-read = The section is handed in. Take it back if you want to change something.
section-handed-in-read-helper = The section is handed in. If anything must be changed, tell { $name }.
section-helper-title = Your section
section-lacks-reasons = A reason is missing
section-lacks-reasons-link = { $area }, question { $number }: write a reason
section-extent = { $questions ->
    [one] 1 question
   *[other] { $questions } questions
}
section-extent-minutes = { $questions ->
    [one] 1 question, about { $minutes } min.
   *[other] { $questions } questions, about { $minutes } min.
}
section-missing = { $missing ->
    [one] 1 question has no answer
   *[other] { $missing } questions have no answer
 }
section-none-handed-in = Nothing is handed in yet
section-none-handed-in-lead = Answers only count once they are handed in.
section-some-handed-in = { $drafts ->
    [one] 1 section is not handed in yet.
   *[other] { $drafts } sections are not handed in yet.
 }
section-not-started = Not started
section-open = Go to the section
section-overview = Overview
section-overview-lead = You have answered { $questions ->
    [one] { $answered } of 1 question
   *[other] { $answered } of { $questions } questions
 }. Deadline: { $deadline }.
section-overview-title = Your sections
section-print = Print
section-receipt = See the receipt
section-receipt-lead = Here are your answers. You can take a section back and change it until the end of { $deadline }.
section-receipt-lead-closed = Here are your answers.
section-receipt-mail = You also get a receipt by e-mail.
section-receipt-title = Thank you for your answers
section-saved = Your answers are saved. Use the link in your e-mail when you want to continue. The deadline is { $deadline }.
section-summary = Look through and hand in
section-summary-lead = You have answered { $questions ->
    [one] { $answered } of 1 question
   *[other] { $answered } of { $questions } questions
 }. Nothing counts until it is handed in.
section-summary-lead-done = You have answered { $questions ->
    [one] { $answered } of 1 question
   *[other] { $answered } of { $questions } questions
 }, and all of it is handed in.
section-take-back = Take back and change
section-to-helper = Handed over to { $name }
section-your-answers = Answers in the section { $area }

# Everything that one person is asked
tasks-closed = Closed { $deadline }
tasks-deadline = Due { $deadline }
tasks-for = For { $name }, { $post }
tasks-lead = There are { $tasks } questionnaires for you. Each has its own deadline, and you answer them one at a time.
tasks-round = Round { $round }
tasks-started = Begun
tasks-yours = To your front page

welcome-continue = Continue
welcome-deadline = Answer by
welcome-extent = Extent
welcome-extent-text = { $questions ->
    [one] 1 question
   *[other] { $questions } questions
 } in { $sections ->
    [one] 1 section
   *[other] { $sections } sections
 }
welcome-helper-lead = { $name } has asked you to answer the section { $area }.
welcome-helper-lead-use = { $name } can see your answers under your name and hands in the section.
welcome-helper-title = Will you help with one section?
welcome-lead = You are asked as { $post }: How far have you got with the Danish Health Authority's prevention packages?
welcome-lead-name = Hello { $name }
welcome-not-me = Are you not { $post }? Send the questions on
welcome-on-behalf = You answer for
welcome-pause = You can take a break at any time and go on with the link in your e-mail. You can answer until the deadline has passed.
welcome-share = If a colleague can answer a section better, you can hand it over.
welcome-start = Start
welcome-time = Time
welcome-time-text = Others spent about { $minutes } min.
welcome-title = How far have you got with prevention?
welcome-to-answers = See the answers
welcome-sender = The survey is carried out by { $sender }.
welcome-contact = Any questions? Write to
welcome-use = How the answers are used
welcome-use-names = You answer on behalf of the area. The answers are not anonymous: the municipality's coordinator, the consultants and those who administer the survey can see what you answered. So can whoever answers for the post in the next round.
welcome-use-quote = Only what you write under "Comment that may be quoted" may appear in reports, and never with your name.
welcome-use-why = The answers show where the municipality has made progress since last time, and where there is most to gain.

# Extensions
refusal-extension-final = The post has already been given an extension. It cannot be changed again.
refusal-extension-too-early = Choose a day after the round's last day, and not a day that has passed.

# After handing in, and the result for whoever answered
next-title = What happens now?
next-until = You can change your answers until { $deadline } inclusive. After that they are final.
next-municipality = { $all ->
    [one] The one section in { $municipality } is { $done ->
        [one] handed in
       *[other] not handed in yet
    }.
   *[other] { $done } of { $all } sections in { $municipality } have been handed in.
}
next-result = The round closes on { $closes } at the earliest. Once it has closed, you can see the result for your areas with the same link.
next-result-mailed = The round closes on { $closes } at the earliest. Once it has closed, you get an e-mail with the result for your areas.
next-see-result = See the result for your areas
next-kept = { $months ->
    [one] You can use the link and read the receipt for 1 month after the round has closed.
   *[other] You can use the link and read the receipt for { $months } months after the round has closed.
}
next-kept-until = The link works until { $day } inclusive.
own-result-title = The result for your areas in round { $round }
own-result-back = Back
own-result-lead = For you as { $post } in { $municipality }: your areas, what has moved, and where there is most to gain.
own-result-not-yet = There is no result yet. The round closes on { $closes } at the earliest. Come back after that with the same link.
own-result-areas = Your areas
own-result-no-areas = The round has no figures for your areas.
own-result-now = Your municipality now
own-result-baseline = Baseline
own-result-change = Change
own-result-last = Round { $round }
own-result-country = The whole country
own-result-areas-explained = The figures go from 0 to 100. Baseline and change rest only on the questions that can be compared. The column for the whole country has the mean and the number of municipalities.
own-result-shared = Where several posts in the municipality answer for an area, the figure is of all of them.
own-result-gains = Here there is most to gain
own-result-gains-explained = The recommendations that, by your answers, you are furthest from having carried out.
own-result-no-gains = None of your answers shows that there is more to gain.
own-result-source = Read about { $package } at the Danish Health Authority
own-result-moved = What has moved in your answers
own-result-risen = Further on
own-result-fallen = Gone back
own-result-from = From
own-result-to = to
own-result-next = How to go on
own-result-next-text = The municipality's coordinator can see the result for the whole municipality and can use your ideas of what it takes. Print the page and bring it to your next meeting.
letters-result = Result
letter-result-subject = The prevention packages: the result for your areas in round { $round }
letter-result-why = Round { $round } has closed, and the result for your areas as { $post } in { $municipality } is ready.
letter-result-what = You can see how your areas stand against the baseline, the last round and the whole country, what has moved in your answers, and the recommendations with most to gain. You need not do anything.
letter-result-open = See the result
letter-result-personal = The link is personal: whoever has it can read your answers, so do not pass it on.
programmes-field-result = E-mail with the result
programmes-field-result-hint = Goes to everybody who has handed in answers, on the first working day after the round has closed. Test rounds send none.
programmes-result-sent = Send the result to those who have answered
programmes-result-unsent = Send no e-mail
programmes-plan-result = The result, once the round has closed
audit-field-result = e-mail with the result

# The questionnaire on paper
paper-link = See and print the whole questionnaire
paper-title = Questionnaire for { $post }
paper-back = Back
paper-lead = { $questions ->
    [one] Round { $round }. { $answered } of 1 question is answered. Deadline: { $deadline }.
   *[other] Round { $round }. { $answered } of { $questions } questions are answered. Deadline: { $deadline }.
}
paper-as-of = The answers are those that were saved on { $day }. Paper cannot be handed in: use your personal link to answer.
paper-meanings = What the answers mean
paper-handed-in = Handed in on { $day }.
paper-draft = Not handed in yet.
paper-recommendation = Recommendation:
paper-chosen = chosen

# The deadline in a calendar
deadline-link = Put the deadline in your calendar
deadline-entry = Deadline: Answer about the prevention packages
deadline-entry-text = The last day to answer as { $post }. Use the personal link in the e-mail from { $sender }. The link is not here, because others may see the calendar. Questions: { $contact }

# More time: asking for it and answering
refusal-extension-too-late = Choose a day at most two weeks after the round's last day. The round can close only when the last deadline has passed.
refusal-extension-asked = You have already asked for more time and have not been answered yet.
refusal-extension-asked-often = You have already been answered three times about more time. Please write to the contact at the end of your e-mail instead.
refusal-extension-request-answered = The request for more time has been answered, or is of no use any more.
more-time-link = Ask for more time
more-time-title = Do you need more time?
more-time-back = Back
more-time-lead = Your deadline as { $post } is { $deadline }. Write why you need more time. The municipality's coordinator or an administrator answers you by e-mail.
more-time-reason = Reason
more-time-reason-hint = For example holiday, illness or a new manager. Write nothing about citizens or about anybody else's health.
more-time-day = The deadline you wish for
more-time-day-hint = { $latest } at the latest. Leave the field empty if you have no particular day in mind.
more-time-send = Send the request
more-time-mistake = The request has not been sent
more-time-no-reason = Write a reason
more-time-waiting = You asked for more time on { $asked } and will be answered by e-mail. Until then your present deadline holds.
more-time-wished = Wished deadline: { $day }
more-time-granted = Your deadline is extended to { $deadline }. It cannot be extended again.
more-time-declined = You have asked for more time, but the deadline is still { $deadline }. The reason is:
more-time-call = You have asked for more time three times. Please write instead to
more-time-handed-in = You have handed in all your answers, so you need no more time.
extension-request-title = { $post } asks for more time
extension-request-mistake = The answer has not been sent
extension-request-wished = Wished deadline
extension-request-no-day = No particular day
extension-request-asked = Sent
extension-request-yes = Give more time
extension-request-final = The manager is told by e-mail. The deadline can be extended only once and cannot be changed afterwards.
extension-request-give = Extend the deadline to { $day }
extension-request-another = Choose another day
extension-request-day-hint = A day after { $day }, but { $latest } at the latest.
extension-request-give-day = Extend to the chosen day
extension-request-no = Decline
extension-request-because = Reason for the manager
extension-request-because-hint = One sentence is enough. It stands in the e-mail that the manager gets.
extension-request-decline = Decline the request
extension-request-granted = The deadline is extended to { $day }.
extension-request-declined = The request was declined:
extension-request-handed-in = The post has handed in all its answers, so the request needs no answer.
extension-request-over = The round takes no more answers.
extension-request-badge = Asks for more time
extension-request-answer = Answer the request
home-asking = Ask for more time
home-asks = { $post }, { $municipality } (round { $key })
audit-invitation-ask-extension = Asked for more time: { $name }
audit-invitation-grant-extension = Request for more time granted: { $name }
audit-invitation-decline-extension = Request for more time declined: { $name }
letters-extension-declined = No more time
letter-extension-declined-subject = You have not been given more time: answer about the prevention packages by { $deadline }
letter-extension-declined-why = You have asked for more time to answer as { $post } in { $municipality } (round { $round }). Unfortunately that is not possible. The reason is:
letter-example-because = The result is needed for the committee's meeting the week after.

# Common words on pages
breadcrumbs = Breadcrumb
word-info = Information
word-success = In order
word-warning = Warning
word-error = Error
quotation = “{ $text }”

# The catalogue
catalogue-title = Recommendations
catalogue-lead = The recommendations of the prevention packages, edition by edition, with the questions asked about them and where they come from.
catalogue-shipped = Use the editions that come with the program
catalogue-shipped-lead = The editions 2012-13 and 2018 of the prevention packages come with the program, with the links between them. They are published at once.
catalogue-none = There are no editions yet.
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
catalogue-unconfirmed-text = The recommendation is not confirmed in a source. Compare it with the published package before you use it.
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
catalogue-hint = Guidance
catalogue-about = What the answer covers
catalogue-about-unit = What the leader is responsible for: one or several units, or an area
catalogue-about-area = The whole area in the municipality
catalogue-about-municipality = The whole municipality
catalogue-about-nobody = Not stated
catalogue-source = Source
catalogue-source-verified = Confirmed in the source
catalogue-source-partly = Partly confirmed in the source
catalogue-source-unconfirmed = Unconfirmed: not read in any source
catalogue-central = Central recommendation
catalogue-central-count = Of which central
catalogue-marks = Level and mark
catalogue-areas = Areas
catalogue-published-package = The published package
catalogue-measure = What is measured
catalogue-measure-implementation = Implementation: how far the work on the recommendation has got
catalogue-measure-awareness = Awareness: how well the packages are known in the area
catalogue-measure-overall = Overall judgement of the package
catalogue-scale = Scale
catalogue-scale-caption = Options of the scale { $scale } for: { $question }
catalogue-option = Option
catalogue-points = Points
catalogue-no-points = does not count
catalogue-reason-required = requires a reason
catalogue-the-area = (name)

# Drafts of editions
draft-begin = New edition
draft-begin-lead = Begin with a copy of a published edition, so that answers can be compared, or with an empty one. Everything can change in the draft until it is published.
draft-begin-with = Begin with
draft-begin-button = Create the draft
draft-copy-of = A copy of { $edition }
draft-empty = An empty edition
draft-empty-hint = With scales, categories and areas, but without packages
draft-edition-key-hint = Short name in addresses and files, such as 2026. It cannot change later. Leave the field empty to have it made from the title.
draft-lead = Draft, change no. { $number }. Nothing of the draft is in use before the edition is published.
draft-saved = Saved as change no. { $number }.
draft-undo = Undo
draft-redo = Redo
draft-edit-facts = Edit title and source
draft-areas = Areas
draft-areas-lead = Tick the areas that the edition speaks of. Under each area you can give it a name that holds in this edition only.
draft-areas-order = Order of the areas
draft-area-names = Name in this edition: { $area }
draft-read = Read the edition as others see it
draft-history = History
draft-document = Get it as a file (YAML)
draft-delete = Delete the draft
draft-no-faults = The draft has no faults.
draft-faults = { $count ->
    [one] The draft has 1 fault
   *[other] The draft has { $count } faults
 }
draft-faults-lead = You can save and go on. The faults must only be mended before the edition is published.
draft-faults-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
 }
draft-faults-mark = { $count ->
    [one] 1 fault
   *[other] { $count } faults
 }
draft-fault-no-danish = A text in Danish is missing.
draft-fault-english-hint = The guidance is written in English only.
draft-fault-english-help = The help to "{ $option }" is written in English only.
draft-fault-help-to-nothing = There is help to the option { $option }, which the scale does not have.
draft-fault-no-scales = The edition has no scale. Add one.
draft-fault-no-areas = The edition has no areas. Choose at least one.
draft-fault-bad-key = The key cannot be used.
draft-fault-duplicate-key = The key is used more than once.
draft-fault-not-a-link = The link is no web address.
draft-fault-no-category = A category is missing.
draft-fault-unknown-category = The edition has no category with the key { $key }.
draft-fault-unknown-level = The edition has no level with the key { $key }.
draft-fault-no-options = The scale has no options.
draft-fault-no-points = No option gives points. At least one must give more than 0.
draft-fault-asked-nowhere = The question is put to no area.
draft-fault-unknown-area = The area { $area } is not among those of the edition.
draft-fault-key-question = The question is a key question for { $area }, but is not put to it.
draft-kind-facts = The edition
draft-kind-areas = Areas
draft-kind-package = Package
draft-kind-recommendation = Recommendation
draft-kind-question = Question
draft-kind-key-question = Key question
draft-kind-scale = Scale
draft-kind-option = Option
draft-kind-category = Category
draft-kind-level = Level
draft-kind-crosswalk = Crosswalk with another edition
draft-key-questions = Key questions
draft-scales = Scales
draft-categories = Categories
draft-levels = Levels
draft-options-heading = Options
draft-none-yet = None yet.
draft-standing = Content and faults
draft-order = Order
draft-step-first = First
draft-step-up = Up
draft-step-down = Down
draft-step-last = Last
draft-recommendations = { $count ->
    [one] 1 recommendation
   *[other] { $count } recommendations
 }
draft-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
 }
draft-options = { $count ->
    [one] 1 option
   *[other] { $count } options
 }
draft-asked-areas = { $count ->
    [one] 1 area
   *[other] { $count } areas
 }
draft-points = { $count } points
draft-add-package = Add a package
draft-add-recommendation = Add a recommendation
draft-add-question = Add a question
draft-add-scale = Add a scale
draft-add-option = Add an option
draft-add-category = Add a category
draft-add-level = Add a level
draft-new = Add: { $kind }
draft-save = Save
draft-remove = Remove
draft-back = Back
draft-mistakes = It is not saved. Correct the fields.
draft-in-english = { $field } in English
draft-not-said = Not said
draft-field-title = Title
draft-field-label = Name
draft-field-area-name = Name of the area
draft-field-text = Wording of the question
draft-text-hint = Write {"{"}area{"}"} where the name of the area is to stand.
draft-about-hint = Without it, the leader of one institution can't know whether it, all institutions or the municipality is meant.
draft-hint-hint = Shown under the question to whoever answers.
draft-link-hint = The address of the published package, for instance at sst.dk
draft-field-source = Source and note
draft-field-status = How sure is the source?
draft-field-key = Key
draft-key-hint = Short name in addresses and files. Leave the field empty to have the key made from the title.
draft-field-place = Belongs to
draft-place-package = { $package }: the whole package
draft-field-areas = Put to the areas
draft-field-key-areas = Key question for
draft-key-areas-hint = Key questions are shown first on the country's page. Only areas that the question is put to can be chosen.
draft-field-worth = The answer means
draft-worth-points = Points
draft-worth-dont-know = Don't know: does not count
draft-worth-not-relevant = Not relevant: does not count, nor in the coverage
draft-points-hint = A whole number from 0 up; only where the answer gives points
draft-reason = Requires a reason
draft-help = What the answers mean for this question
draft-help-lead = The text is shown under the option when the question is answered. Each field may be empty.
draft-field-help = What "{ $option }" means here
draft-meaning = If you change wording or scale
draft-meaning-hint = The question is linked to one of another edition.
draft-meaning-corrected = It is the same question
draft-meaning-corrected-hint = Only a correction, for instance of a misspelling. Answers are compared as before.
draft-meaning-reworded = It is the same matter in other words
draft-meaning-reworded-hint = Answers are compared and marked as reworded.
draft-meaning-new = It is a new question
draft-meaning-new-hint = Answers are not compared with earlier ones.
draft-conflict = Somebody else has saved meanwhile
draft-conflict-lead = Yours is not saved yet. Both stand below, and the form holds what you wrote. Adjust it and save again; what you save then holds.
draft-conflict-table = Fields that differ
draft-field = Field
draft-theirs = Saved by somebody else
draft-yours = Written by you
draft-mistake-title = Write a title in Danish.
draft-mistake-day = Write the day as a date, such as 2026-02-01.
draft-mistake-measure = Choose what the question measures.
draft-mistake-scale = Choose a scale. If the edition has none, add one first.
draft-mistake-worth = Choose what the answer means.
draft-mistake-points = Write points as a whole number from 0 to 65535.
draft-removal = Remove { $what }?
draft-removal-recommendations = { $count ->
    [one] The package's one recommendation is removed too.
   *[other] The package's { $count } recommendations are removed too.
 }
draft-removal-questions = { $count ->
    [one] One question is removed too.
   *[other] { $count } questions are removed too.
 }
draft-removal-links = What is removed counts as retired in the crosswalk with the earlier edition.
draft-removal-undo = You can undo it afterwards in the history.
draft-removal-button = Remove
draft-removal-back = Keep
draft-removal-changed = The draft has changed since you opened the page. See whether you still want to remove it.
draft-deletion = Delete the draft { $edition }?
draft-deletion-lead = The draft is deleted with its history and its crosswalks with other editions. That cannot be undone. Get it as a file first if you may need it.
draft-deletion-button = Delete the draft
draft-history-lead = Every change has a number. Nothing is lost: what was undone stands here too and can be brought back.
draft-history-none = The draft has not changed since it was imported.
draft-revisions = All changes
draft-differences = Compare two numbers
draft-differences-found = { $count ->
    [0] From no. { $from } to no. { $to }: no differences
    [one] From no. { $from } to no. { $to }: { $count } difference
   *[other] From no. { $from } to no. { $to }: { $count } differences
}
draft-differences-made = No. { $number } was made { $when }. By: { $author }.
draft-differences-choice = No. { $number }, { $when }. { $what }
draft-differences-from = From
draft-differences-to = To
draft-differences-show = Show differences
draft-differences-short = See the difference
draft-differences-links = Links to other editions
draft-differences-link-from = Earlier question
draft-differences-link-to = Later question
draft-revision = No.
draft-change = Change
draft-author = Who
draft-author-none = No account
draft-made-at = When
draft-revert = Go to
draft-revert-to = Go to no. { $number }
draft-current = Current
draft-made-from = (made from no. { $number })
draft-deed-begun = Created empty
draft-deed-copied = Copied from { $edition }
draft-deed-imported = Imported from a file
draft-deed-added = Added. { $what }
draft-deed-changed = Changed. { $what }
draft-deed-removed = Removed. { $what }
draft-deed-moved = Moved. { $what }
draft-deed-linked = Crosswalk with { $edition } changed
draft-deed-unknown = Changed
draft-open = Edit the draft

# An edition from a file
edition-import = Import an edition
edition-import-short = Do you have the edition as a file? Import it.
edition-import-lead = The file becomes a draft and stays as it is until somebody edits the draft. If there are faults in the file, all of them are shown at once and nothing is saved.
edition-import-hint = A YAML file like the one that a draft can be downloaded as. At most 4 MB.
edition-import-same-key = If there is a draft with the same key
edition-import-replace = The file may replace it; the old draft stays in the history
edition-import-button = Import the file
draft-replace = Replace the draft with a file
refusal-draft-exists = There is a draft with the key { $key } already. Tick the box if the file may replace it, or change the key in the file.


# Corrections of published editions
correction-begin = Correct this edition
correction-title = Correct the edition { $edition }
correction-lead = A published edition cannot be changed. The correction becomes a minor edition with a reason. Rounds that ask { $edition } go on with it, and answers still compare.
correction-comparable = At first every question is the same as before. Where you change the wording of a question, you choose whether it still is the same question.
correction-reason = Reason for the correction
correction-reason-hint = Shown wherever the edition is shown.
correction-button = Create the correction
correction-mistake-reason = Write why the edition is corrected.
correction-fault-reason = The reason for the correction is missing in Danish.
correction-of = Correction of
correction-of-edition = Correction of { $edition }
correction-corrected = This edition is corrected in { $edition }.
correction-begun = A correction, { $edition }, is being written.
correction-breaks = { $count ->
    [one] Answers to { $count } question can no longer be compared
   *[other] Answers to { $count } questions can no longer be compared
}
correction-accept-breaks = Publish the correction all the same
correction-mistake-breaks = Tick the box if the correction is to be published although the answers can no longer be compared.
refusal-edition-corrected = This edition is being corrected in { $key } already. Go on in that one.
refusal-correction-breaks = { $count ->
    [one] Over this correction answers to { $count } question could no longer be compared. Publish it on its page, where that can be accepted.
   *[other] Over this correction answers to { $count } questions could no longer be compared. Publish it on its page, where that can be accepted.
}


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
crosswalk-merged = Several merged into one
crosswalk-compared = Compared
crosswalk-not-compared = Not compared
crosswalk-word-new = New
crosswalk-word-retired = Retired
crosswalk-figure-compared = Compared
crosswalk-figure-compared-note = links: same or reworded
crosswalk-figure-listed = Shown without comparison
crosswalk-figure-listed-note = links: split or merged
crosswalk-figure-new = New
crosswalk-figure-new-note = questions without predecessor
crosswalk-figure-retired = Retired
crosswalk-figure-retired-note = questions without successor

# Several posts at once
chosen-column = Choose
chosen-choose = Choose { $post }
chosen-remind = Remind those chosen
chosen-extend = Extend the deadline of those chosen
chosen-remind-all = Remind all who are missing
chosen-extend-all = Extend the deadline of all who are missing
chosen-next-page = You first see whom it concerns. Nothing happens before you confirm it.
chosen-reminders-heading = Remind in round { $key }
chosen-extensions-heading = Extend the deadline of several in round { $key }
chosen-back-municipality = Back to the answers from { $municipality }
chosen-back-round = Back to round { $key }
chosen-nobody = No posts were chosen, or all have handed in.
chosen-reminded = { $count ->
    [one] 1 post gets a reminder
   *[other] { $count } posts get a reminder
 }
chosen-not-reminded = { $count ->
    [one] 1 post gets no reminder
   *[other] { $count } posts get no reminder
 }
chosen-extended = { $count ->
    [one] 1 post gets a later deadline and a letter that says so
   *[other] { $count } posts get a later deadline and a letter that says so
 }
chosen-untold = { $count ->
    [one] 1 post gets a later deadline but no letter
   *[other] { $count } posts get a later deadline but no letter
 }
chosen-not-extended = { $count ->
    [one] 1 post keeps its deadline
   *[other] { $count } posts keep their deadline
 }
chosen-address = E-mail
chosen-why = Why
chosen-now = The letters go now.
chosen-later = Today is no working day, so the letters go on the morning of { $day }.
chosen-remind-button = { $count ->
    [one] Send 1 reminder
   *[other] Send { $count } reminders
 }
chosen-extension-final = A deadline can be extended only once for each post and cannot be changed afterwards. The round closes when the extended deadlines have passed.
chosen-extension-mistake = The deadline was not extended
chosen-extend-button = { $count ->
    [one] Extend the deadline of 1 post
   *[other] Extend the deadline of { $count } posts
 }
chosen-handed-in = Has handed in
chosen-no-address = No e-mail
chosen-bounced = Mail comes back
chosen-asked-today = Has had a letter today
chosen-retired = The post is retired
chosen-over = The deadline has passed
chosen-already-extended = Has a later deadline already

# Checking post by post, and trials by oneself
prepared-heading = Posts in round { $key }
prepared-lead = This is what each post gets if the round opens today. The time is estimated from the number of questions.
prepared-back = Back to the check
prepared-all = See all posts
prepared-all-municipalities = All municipalities
prepared-show = Show
prepared-show-all = All posts
prepared-filter = Show
prepared-much-more = Posts that get much more than last time
prepared-much-more-text = They get at least a quarter and at least ten questions more than in the last round. See whether their areas are right, or whether several posts can share the questions.
prepared-much-more-see = { $count ->
    [one] See the one post
   *[other] See the { $count } posts
 }
prepared-new = Posts that were not asked last time
prepared-count = { $count ->
    [one] 1 post
   *[other] { $count } posts
 }
prepared-caption = Posts that are asked
prepared-minutes = Minutes (estimate)
prepared-last = Questions last time
prepared-more = { $count } more
prepared-try = Try
trial-as = Try as { $post }
trial-heading = Try the round yourself
trial-what = You get a letter with a personal link and can answer as the post that is asked most. Nobody else gets a letter, and the answers enter no figures and are shown to nobody else. The trial is deleted with its answers when you say so.
trial-button = Make a trial for myself
trial-mark = Only for yourself
trial-delete = Delete the trial
trial-deletion-what = The trial disappears with its answers, links and letters and cannot be brought back. Posts and other rounds do not change.

# Programmes: the year
programmes-title = Programmes
programmes-lead = A programme is a series of rounds that can be compared year by year. Here you decide when the year's round opens and closes, what it asks, and when letters go out.
programmes-none = There are no programmes yet.
programmes-without = There are rounds of the programme { $key }, but it has no settings. Its rounds are made by hand, and reminders follow the usual days.
programmes-set-up = Make settings for { $key }
programmes-create = Create a programme
programmes-rounds = Rounds
programmes-next-opening = Next round opens
programmes-drafting = The round is drafted
programmes-by-hand = Made by hand
programmes-draft-days = { $days ->
    [one] By itself 1 day before it opens
   *[other] By itself { $days } days before it opens
 }
programmes-opening = The round opens
programmes-opens-itself = By itself on its first day
programmes-opens-on-click = When an administrator opens it
programmes-letters = Letters
programmes-settings = Settings
programmes-change = Change the settings
programmes-closed = Rounds that have closed
programmes-to-round = Go to round { $key }
programmes-next = Next round: { $year }
programmes-next-itself = The round is drafted on { $day }, and the administrators get a letter with what they should check. It opens by itself on { $opens } unless somebody changes that.
programmes-next-click = The round is drafted on { $day }, and the administrators get a letter with what they should check. It opens when an administrator opens it. Planned opening: { $opens }.
programmes-next-by-hand = The round is made by hand.
programmes-next-deleted = The round was drafted once, and the draft was deleted. It is not drafted again by itself.
programmes-draft-now = Draft the round of { $year } now
programmes-newest = The newest published edition
programmes-newest-now = The newest published edition, now { $key }
programmes-lacking = Edition { $edition } no longer has these packages, so the next round does not ask about them: { $packages }. Change the settings.
programmes-plan-announcement = { $days ->
    [one] Announcement 1 day before opening
   *[other] Announcement { $days } days before opening
 }
programmes-plan-invitation = Invitation when the round opens
programmes-plan-reminders = Reminder this number of days after the opening: { $days }
programmes-plan-last = { $days ->
    [one] Last reminder 1 day before the deadline
   *[other] Last reminder { $days } days before the deadline
 }
programmes-new-heading = Create a programme
programmes-settings-heading = Settings of { $title }
programmes-form-lead = The settings hold from the next round on. A round that has opened keeps the letters that were planned when it opened.
programmes-mistakes = Nothing is saved yet. Correct this:
programmes-save = Save the settings
programmes-field-key = Key of the programme
programmes-field-key-hint = A short name without spaces and Danish letters, such as forebyggelsespakker. It cannot be changed.
programmes-field-title-da = Title in Danish
programmes-field-title-en = Title in English
programmes-asked = What the round asks
programmes-dates = When the round is open
programmes-dates-lead = A day on a weekend or public holiday becomes the next working day.
programmes-field-opens-day = Opens on (day of the month)
programmes-field-opens-month = Opens in the month
programmes-field-closes = Closes
programmes-closes-weeks = After a number of weeks
programmes-closes-day = On a fixed day
programmes-field-weeks = Number of weeks
programmes-field-closes-day = Closes on (day of the month)
programmes-field-closes-month = Closes in the month
programmes-field-draft-days = Number of days before it opens
programmes-field-draft-days-hint = That is how long you have to check the round. Leave it empty if you make the rounds yourselves.
programmes-letters-lead = The invitation goes when the round opens. No letter goes on a weekend or public holiday, but on the next working day. The announcement and the last reminder go on the working day before, though.
programmes-field-announcement = Announcement: number of days before the round opens
programmes-field-announcement-hint = The e-mail says that the questions are coming and has no link. It goes only where the round is set to open automatically. Leave it empty for none.
programmes-announcement-waits = The announcement goes only if the round is set to open automatically when the day comes.
programmes-field-reminders = Reminders: numbers of days after the round opens
programmes-field-reminders-hint = Separate them by commas, as in 7, 14. Only those who have not handed in get them.
programmes-field-last = Last reminder: number of days before the deadline
programmes-field-last-hint = Leave it empty for none.
programmes-mistake-key = Write a key, such as forebyggelsespakker.
programmes-mistake-title = Write a title of at most 200 characters.
programmes-mistake-opens = Choose a day that the month has.
programmes-mistake-closes = Choose a last day that the month has.
programmes-mistake-weeks = Write a number of weeks from 1 to { $most }.
programmes-mistake-draft-days = Write a number of days from 1 to { $most }, or leave it empty.
programmes-mistake-days = Write a number of days from 1 to { $most }, or leave it empty.
programmes-mistake-reminders = Write at most { $times } numbers from 1 to { $most } with commas between, such as 7, 14.

# aims: what a programme aims at, and how many reach it
aims-aim = Aim
aims-none = The programme has no aim
aims-brief = { $name }: { $score } points of 100
aims-of-every = measured on all recommendations
aims-of-level = measured on recommendations of the level { $level }
aims-change = Set an aim
aims-heading = Aim of { $title }
aims-lead = The aim is the score that a package's recommendations should reach in a municipality. It is shown as a line in figures, and the municipalities that reach it are counted. The number is your own choice. A round keeps the aim that held when it opened; a new one holds from the next round.
aims-save = Save the aim
aims-score = Aim (score 0-100)
aims-score-hint = A whole number. Leave it empty if the programme is to have no aim.
aims-level = Which recommendations count
aims-level-hint = Where an edition does not have this level, all recommendations of a package count, and that is said beside the figures.
aims-level-every = All recommendations
aims-name-da = Name of the aim in Danish
aims-name-en = Name of the aim in English
aims-name-hint = Stands in figures. For example: KL's aim.
aims-words-da = About the aim in Danish
aims-words-en = About the aim in English
aims-words-hint = Where the aim comes from, and who has chosen the number.
aims-words-limit = Write at most { $most } characters.
aims-mistake-score = Write a whole number from 0 to 100, or leave it empty.
aims-mistake-level = Choose one of the levels.
aims-mistake-name = Write a name of at most { $most } characters.
timeline-label = Timeline of { $of }
timeline-today = Today
timeline-drafting = The round is drafted
timeline-opening = The round opens
timeline-closing = Last day for answers
timeline-sent = { $count ->
    [one] 1 letter
   *[other] { $count } letters
 }
timeline-planned = { $count ->
    [one] 1 letter, if it were today
   *[other] { $count } letters, if it were today
 }
timeline-at-most = { $count ->
    [one] At most 1 letter
   *[other] At most { $count } letters
 }
# crosswalk: what an edition keeps, and links mended on the page
crosswalk-found = From { $from } to { $to }: { $compared } of { $questions ->
    [one] 1 question compares
   *[other] { $questions } questions compare
}
crosswalk-area = Area
crosswalk-lines = The questions side by side
crosswalk-by-package = What compares, package by package
crosswalk-by-area = What compares, area by area
crosswalk-by-area-what = A question compares only in areas that both editions put it to.
crosswalk-questions-in = Questions in { $edition }
crosswalk-split-or-merged = Split or merged
crosswalk-ended = { $count ->
    [0] No series ends.
    [one] 1 series ends.
   *[other] { $count } series end.
}
crosswalk-ended-what = The questions were asked in earlier rounds and compare with no question of { $edition }.
crosswalk-ended-list = See the series that end
crosswalk-ended-question = Question in { $edition }
crosswalk-ended-rounds = Asked in round
crosswalk-ended-became = What became of it in { $edition }
crosswalk-all-standings = All relations
crosswalk-unlinked = Without link
crosswalk-shown = { $count ->
    [0] No line fits what you have chosen.
    [one] 1 line is shown.
   *[other] { $count } lines are shown.
}
crosswalk-may-link = No round has used the edition, so its links can be changed freely. At questions without link stand the earlier questions that are most like them. Read both before you link them.
crosswalk-too-many = So many questions are without link that you have to choose a package to see suggestions.
crosswalk-in-use = { $rounds ->
    [one] 1 round is compared over this crosswalk, and its figures change when a link is changed.
   *[other] { $rounds } rounds are compared over this crosswalk, and their figures change when a link is changed.
} So say why you change it.
crosswalk-link-identical = { $count ->
    [one] Link the one question that is the same word for word
   *[other] Link all { $count } questions that are the same word for word
}
crosswalk-likeness = { $percent } % alike
crosswalk-accept-identical = Link as the same question
crosswalk-accept-reworded = Link as reworded
crosswalk-link = Link
crosswalk-edit = Change link
crosswalk-question-lead = The question is asked in { $to }. Here it is linked to what was asked in { $from }.
crosswalk-links = Links
crosswalk-links-none = The question is linked to nothing in { $edition } and counts as new.
crosswalk-suggestions = Questions that are like it
crosswalk-choose = Link to a question
crosswalk-choose-question = Choose a question
crosswalk-question-in = Question in { $edition }
crosswalk-identical-hint = The same matter in the same words. Answers are compared.
crosswalk-reworded-hint = The same matter in other words. Answers are compared, and the figures say that the question was reworded.
crosswalk-split-hint = The earlier question became several. Shown, but not compared.
crosswalk-merged-hint = Several earlier questions became this one. Shown, but not compared.
crosswalk-unlink = Take the link away
crosswalk-reason = Why is the link changed?
crosswalk-reason-hint = Stands in the audit log. Write no names of persons.
crosswalk-save = Save the link
crosswalk-mistake = The link was not saved
crosswalk-mistake-question = Choose the question of { $edition } to link to.
crosswalk-mistake-relation = Choose how the questions relate.
crosswalk-mistake-taken = One of the two questions compares with another one already. Take that link away first, or choose split or merged.
crosswalk-mistake-measures = The two questions measure different things and cannot be linked.

# changes, preview, publication: an edition before it is published
changes-short = Differences from { $from }
changes-found = From { $from } to { $to }: { $count ->
    [0] no differences
    [one] 1 difference
   *[other] { $count } differences
}
changes-lead = Everything that was added, removed, moved or changed, field by field. A thing under a new key counts as new.
changes-summary = Differences in numbers
changes-kind = What
changes-kind-edition = The edition itself
changes-kind-key-question = Key questions
changes-kind-scale = Scales
changes-kind-option = Options
changes-kind-category = Categories
changes-kind-level = Levels
changes-added = Added
changes-removed = Removed
changes-moved = Moved
changes-changed = Changed
changes-word-added = Added
changes-word-removed = Removed
changes-word-moved = Moved
changes-word-changed = Changed
changes-thing = Name and key
changes-what = What happened
changes-fields = Changes
changes-order = Stands elsewhere in the order.
changes-elsewhere = Moved from { $from } to { $to }.
changes-before = Before:
changes-after = Now:
changes-empty = empty
changes-yes = yes
changes-no = no
changes-points = { $points ->
    [one] 1 point
   *[other] { $points } points
}
changes-dont-know = does not count: don't know
changes-not-relevant = does not count: not relevant
changes-field-key = The edition's key
changes-field-name = Title
changes-field-name-en = Title in English
changes-field-wording = Wording
changes-field-wording-en = Wording in English
changes-field-hint-en = Guidance in English
changes-field-help = Help to the options
changes-field-help-en = Help to the options in English
changes-field-level = Level
changes-field-reason = Requires a reason
changes-field-source-status = How sure the source is
changes-field-source-en = Source in English
preview-short = Preview
preview-title = What the questionnaire of { $edition } looks like
preview-found = What the questionnaire of { $edition } looks like: { $questions ->
    [one] 1 question
   *[other] { $questions } questions
}, estimated at { $minutes } min.
preview-lead = Choose the areas of a post and see the questions as its leader sees them.
preview-areas = Areas that the post covers
preview-show = Show the questions
preview-posts = Or choose a post
preview-municipality = Municipality
preview-choose-municipality = Choose a municipality
preview-post = Post
preview-choose-another = Choose other areas or another post
preview-of-areas = Shown for a leader who covers: { $areas }.
preview-of-post = Shown for { $post }, { $municipality }, which covers: { $areas }.
preview-nothing = The edition has no questions to these areas.
preview-sections = Sections
preview-section = { $area } ({ $questions })
preview-nothing-sent = You may try the options. Nothing is saved or sent.
publication-short = Publication
publication-title = Before { $edition } is published
publication-title-faults = { $edition } cannot be published: { $count ->
    [one] 1 fault
   *[other] { $count } faults
}
publication-lead = Go through the edition before it becomes immutable. Nothing on this page changes anything until you press the button at the end.
publication-faults = { $count ->
    [one] Mend the fault before the edition is published
   *[other] Mend the { $count } faults before the edition is published
}
publication-faults-first = The edition can be published once the faults at the top are mended.
publication-first = There is no other edition to compare with.
publication-all-changes = See every difference, field by field
publication-links = See the questions side by side, and change their links
publication-nobody = No post of the directory gets questions
publication-leaders = { $posts ->
    [one] 1 post gets questions
   *[other] { $posts } posts get questions
}, { $most } at most each
publication-pace-measured = Time is counted at { $seconds } seconds a question, which is what answers took in the newest round.
publication-pace-assumed = Time is counted at { $seconds } seconds a question. That is an assumption, because no round has shown it yet.
publication-posts = Posts
publication-minutes = Minutes (estimate)
publication-see = See the questionnaire
publication-idle = { $posts ->
    [one] 1 post covers none of the areas that are asked about, and is not asked.
   *[other] { $posts } posts cover none of the areas that are asked about, and are not asked.
}
publication-preview = See the questionnaire for other areas or a certain post
publication-gaps = What is still missing
publication-without-help = { $count ->
    [0] Every question has guidance.
    [one] 1 question has no guidance
   *[other] { $count } questions have no guidance
}
publication-without-about = { $count ->
    [0] Every question says what its answer covers.
    [one] 1 question does not say what its answer covers
   *[other] { $count } questions do not say what their answers cover
}
publication-without-source = { $count ->
    [0] Every question has a source.
    [one] 1 question has no source
   *[other] { $count } questions have no source
}
publication-unconfirmed = { $count ->
    [0] No recommendation is unconfirmed.
    [one] 1 recommendation is unconfirmed: it was read in no source
   *[other] { $count } recommendations are unconfirmed: they were read in no source
}
publication-publish = Publish the edition
publication-final = Once the edition is published, it cannot be changed or deleted. A fault is mended in a new edition.
publication-key = Write the edition's key: { $edition }
publication-key-hint = So that it is the right edition that is published.
publication-button = Publish { $edition }
publication-mistake = The edition was not published
publication-look = Go through and publish

# Rounds
rounds-title = Rounds
rounds-lead = Each round asks the leaders about one edition of the recommendations.
rounds-none = There are no rounds yet.
rounds-create = Create a round
rounds-round = Round
rounds-heading = Round { $key }
rounds-state = Status
rounds-state-draft = Draft
rounds-state-scheduled = Scheduled
rounds-state-open = Open
rounds-state-closed = Closed
rounds-state-published = Published
rounds-test = Test round
rounds-historic = Historic
rounds-dates = Period
rounds-edition = Edition
rounds-programme = Programme
rounds-packages = Packages
rounds-all-packages = All packages of the edition
rounds-rule = When several leaders answer for the same area
rounds-rule-mean = The mean counts
rounds-rule-lowest = The lowest answer counts
rounds-rule-highest = The highest answer counts
rounds-coverage = Minimum coverage
rounds-of = { $done } of { $all }
rounds-moment = { $day } at { $time }
rounds-waiting-draft = The round is a draft. Nobody has been mailed, and nothing can be answered yet.
rounds-waiting-scheduled = The round opens automatically on { $day }. Until then nobody is invited, and nothing can be answered.
rounds-invited = Invited
rounds-invited-note = posts
rounds-mailed = E-mails sent
rounds-mail-failed = { $failed } failed or may not have been sent
rounds-no-mail = no e-mails in a historic round
rounds-failed = Failed or in doubt
rounds-started = Started
rounds-not-started = Not started
rounds-started-note = have opened the questionnaire
rounds-handed-in = Handed in
rounds-handed-in-at = Handed in { $moment }
rounds-handed-in-heading = Answers: { $post }
rounds-handed-in-only = Only sections that are handed in are shown with answers. Drafts can only be read by those who answer, and do not count.
rounds-not-handed-in = Not handed in.
rounds-share = { $share } of those invited
rounds-share-column = Share handed in
rounds-country = Result for the whole country
rounds-result = Result
rounds-result-of = The result for { $municipality }
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
rounds-settings = Edit the draft
rounds-delete = Delete the draft
rounds-unschedule = Do not let it open automatically
rounds-settings-heading = Edit round { $key }
rounds-settings-lead = The round is a draft, so everything can be changed until it opens.
rounds-settings-mistakes = The round was not changed. Correct this:
rounds-settings-button = Save the draft
rounds-deletion-heading = Delete round { $key }
rounds-deletion-what = The draft goes away and cannot be brought back. Nobody has been asked, so no answers are lost.
rounds-deletion-button = Delete the draft
rounds-withdraw = Withdraw the answers
rounds-withdrawal-heading = Withdraw the answers of round { $key }
rounds-withdrawal-what = { $posts ->
    [one] Imported answers from one post go away from the round and from all figures that rest on it.
   *[other] Imported answers from { $posts } posts go away from the round and from all figures that rest on it.
}
rounds-withdrawal-then = The answers can be imported anew afterwards with: pejl answers import
rounds-withdrawal-button = Withdraw the answers
sign-off-heading = Signature
sign-off-none = Nobody has signed the municipality's answers.
sign-off-held = { $who } signed the municipality's answers { $at }. { $done } of { $all } had answered then.
sign-off-overtaken = Answers were handed in after the signature, which it does not cover. Sign again once they have been looked through.
sign-off-lead = By signing you vouch that the municipality's answers have been looked through. It changes no figure.
sign-off-comment = Remark
sign-off-comment-hint = Consultants read it with the signature. At most { $limit } characters.
sign-off-button = Sign the municipality's answers
sign-off-again = Sign again
sign-off-withdraw = Withdraw the signature
sign-off-mark = Signed
releases-title = Published figures of round { $key }
releases-short = Published figures
releases-lead = Once figures are published, they stand. Later changes of answers, of the baseline or of the crosswalk between editions do not change them. A correction is a new release with a reason, and the earlier ones can still be read.
releases-shown = The figures are published and stand.
releases-see-all = See the releases
releases-none = The figures are not published yet. Until then they follow the answers as they are now.
releases-offer-heading = Publish the figures
releases-correct-heading = Correct the published figures
releases-offer-handed-in = Sections handed in: { $done } of { $all }, in { $municipalities ->
    [one] 1 municipality
   *[other] { $municipalities } municipalities
 }.
releases-offer-baselines = The figures are held against: { $rounds }.
releases-offer-no-baseline = There is no earlier round to hold the figures against.
releases-offer-final = This can't be undone, only corrected with a reason that every reader sees.
releases-same = Nothing has changed since release { $number }.
releases-differing = { $lines ->
    [one] 1 line
   *[other] { $lines } lines
 } in the tables of scores and changes will differ from release { $number }.
releases-no-figure-differs = No figure will differ from release { $number }, but something that they rest on has changed.
releases-reason = Why are the figures corrected?
releases-reason-hint = Everybody who can see the figures reads it. Write no names. At most { $limit } characters.
releases-letters = Send the letter about the result to those who have answered and have not had it yet
releases-button = Publish
releases-correct-button = Publish the correction
releases-caption = Releases, the newest first
releases-number = Number
releases-one = Release { $number }
releases-day = Published
releases-reason-short = Reason
releases-first = The first
releases-sections = Sections handed in
releases-checksum = Checksum
releases-sheet-title = Release { $number } of round { $key }
releases-is-newest = These are the figures that the round's pages show.
releases-is-older = There is a newer release, and that is the one that the round's pages show.
releases-see-newest = See the newest
releases-checksum-about = SHA-256 of the figures and everything they are made from. Whoever runs the service can check it with: pejl release verify
releases-edition = Edition
releases-baselines = Held against
releases-packages = Packages
releases-areas = Areas
releases-files = All figures of this release
releases-scores-file = Scores (CSV)
releases-changes-file = Changes (CSV)
rounds-baselines = Choose the baseline of each package
rounds-baselines-heading = Baselines of round { $key }
rounds-baselines-lead = A package is held against the earliest round that asked about it. Choose another round here if it compares better.
rounds-baselines-earliest = The earliest round that asked
rounds-baselines-without = Questions without package
rounds-baselines-button = Save baselines
rounds-cancel = Cancel
rounds-opening-heading = Open round { $key }
rounds-nobody = The round can't be opened
rounds-opening-what = When the round opens, this happens:
rounds-opening-letters = { $letters ->
    [one] 1 e-mail with a personal link goes out.
   *[other] { $letters } e-mails, each with a personal link, go out.
 }
rounds-opening-posts = { $posts ->
    [one] 1 post
   *[other] { $posts } posts
 } in { $municipalities ->
    [one] 1 municipality
   *[other] { $municipalities } municipalities
 } are asked.
rounds-opening-day = When
rounds-opening-number = Number
rounds-opening-sends = Letters that are sent
rounds-opening-rate = At most { $limit } letters go out in a minute, so the invitations have gone after about { $minutes } minutes.
rounds-opening-frozen = Questions and posts are fixed. Later changes to the catalogue and the posts take effect from the next round.
rounds-opening-until = Answers are taken until the end of { $day }.
rounds-opening-test = The round is a test round: e-mails go out, but the answers are not included in any figures.
rounds-opening-button = { $letters ->
    [one] Open now and send 1 e-mail
   *[other] Open now and send { $letters } e-mails
 }
rounds-schedule-heading = Or let the round open automatically
rounds-schedule-what = The round opens on the morning of { $day } for the posts that exist then. Until then the posts can be corrected.
rounds-schedule-button = Let the round open on { $day }
rounds-closing-heading = Close round { $key }
rounds-closing-what = When the round closes, this happens:
rounds-closing-handed-in = { $all ->
    [one] { $done } of 1 post has handed in.
   *[other] { $done } of { $all } posts have handed in.
 } What is handed in is included in the result.
rounds-closing-missing = { $missing ->
    [0] Everybody has handed in.
    [one] 1 post has not handed in everything. What was not handed in is kept but does not count.
   *[other] { $missing } posts have not handed in everything. What was not handed in is kept but does not count.
 }
rounds-closing-final = Nobody can answer any more, not even those with an extension. A closed round can't be opened again.
rounds-closing-early = The round closes automatically after its last day, { $day }, and after the last extensions. Close it yourself only if it is to close sooner.
rounds-closing-button = Close the round now
rounds-closing-leave = Leave the round open
rounds-closing-anyway = Close the round now all the same
rounds-doubtful = It cannot be undone afterwards.
rounds-preparation-heading = Check of round { $key }
rounds-preparation-lead = This is what the round will be if it opens today.
rounds-posts-asked = Posts to be asked
rounds-in-municipalities = { $municipalities ->
    [one] in 1 municipality
   *[other] in { $municipalities } municipalities
 }
rounds-letters = E-mails to be sent
rounds-without-email-note = { $posts ->
    [one] 1 post without e-mail
   *[other] { $posts } posts without e-mail
 }
rounds-not-asked = Posts without questions in the round
rounds-not-asked-note = because the round does not ask about their areas
rounds-posts-by-questions = Number of questions per post
rounds-questions = Questions
rounds-moved = Posts that changed hands
rounds-moved-text = In the last round the questions ended with someone other than the directory names, for example because the leader sent them on. Check who holds the post now, and correct the contact before the round opens.
rounds-moved-last = Last round
rounds-moved-coming = Gets the e-mail now
rounds-without-email = Posts without an e-mail address
rounds-all-have-email = Every post to be asked has an e-mail address.
rounds-without-email-text = They get no e-mail and can't answer until they have an e-mail address.
rounds-areas-without-post = Areas without a post
rounds-all-areas-covered = Every area asked about is covered in each municipality that has posts.
rounds-areas-text = Nobody in the municipality is asked about these areas. They will be shown as not asked.
rounds-to-opening = Go on to opening
rounds-forewarnings = Consider this before the round opens
rounds-forewarning-open = { $posts ->
    [one] Round { $key } of the same programme is still open. One post is asked in both rounds and gets e-mails from both.
   *[other] Round { $key } of the same programme is still open. { $posts } posts are asked in both rounds and get e-mails from both.
}
rounds-forewarning-unlinked = No crosswalk leads from edition { $edition }, which round { $key } asked, to this edition. None of its questions ({ $asked }) compares with that round. Import a crosswalk with: pejl crosswalk import FILE
rounds-forewarning-lost = { $asked ->
    [one] The only question of the round does not compare
   *[other] { $lost } of { $asked } questions do not compare
 } with round { $key }, which asked edition { $edition }.
rounds-warnings = Check this before the round opens
rounds-warning-email = { $posts ->
    [one] 1 post has no e-mail address and gets no e-mail.
   *[other] { $posts } posts have no e-mail address and get no e-mail.
 }
rounds-warning-moved = { $posts ->
    [one] 1 post ended in the last round with someone other than the directory names.
   *[other] { $posts } posts ended in the last round with others than the directory names.
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
rounds-field-key-hint = A short name such as 2026. It appears in addresses and files and can't be changed once the round has opened.
rounds-field-programme = Programme
rounds-field-programme-hint = Only rounds of the same programme are compared with each other.
rounds-field-opens = First day
rounds-field-closes = Last day
rounds-field-packages-hint = Leave the boxes empty to ask about all packages of the edition.
rounds-field-rule-hint = When two posts in one municipality cover the same area.
rounds-field-coverage = Minimum coverage in per cent
rounds-field-coverage-hint = This share of the relevant questions must have an answer other than "Don't know" before a score is shown.
rounds-field-test = Test round
rounds-field-test-hint = E-mails go out and can be answered, but the answers are not included in any figures.
rounds-mistake-key = Write a key, for example 2026.
rounds-mistake-programme = Choose which programme the round belongs to.
rounds-mistake-opens = Choose the first day of the round.
rounds-mistake-closes = Choose the last day of the round.
rounds-mistake-rule = Choose what counts when several leaders answer for the same area.
rounds-mistake-coverage = Write the minimum coverage as a number from 0 to 100, for example 70.
rounds-mistake-last-day = Choose a day.
rounds-status-heading = Answers from { $municipality }
rounds-status-nobody = No post in the municipality is asked in this round.
rounds-status-progress = { $all ->
    [one] { $done } of 1 post has handed in
   *[other] { $done } of { $all } posts have handed in
 }
rounds-call-list = Call list
rounds-call-list-lead = These posts have not handed in all their sections yet.
rounds-call-list-empty = Everybody has handed in. There is nobody to call.
rounds-progress = Progress
rounds-mail-state = Latest e-mail
rounds-areas = Areas
rounds-last-day = Last day
rounds-no-name = No name
rounds-no-phone = No phone number
rounds-retired = Retired
rounds-listed-otherwise = Sent on
rounds-listed-otherwise-text = The directory says { $name } ({ $email }). Correct it, or the next round writes there.
directory-change = Change
directory-correct = Correct contact details
directory-lead = Invitations and reminders take names and addresses from here.
directory-nobody = The municipality has no posts on the list yet.
directory-restore = Restore
directory-retire = Retire the post
directory-retired = Retired posts
directory-retired-lead = They are not asked any more. What they have answered stays.
directory-title = Posts in { $municipality }
directory-uncovered = After this no post of the municipality covers: { $areas }. There will be nobody to ask about it in the next round.
contact-danish = Danish
contact-email = E-mail address
contact-english = English
contact-language = Language of e-mails and answer pages
contact-mistakes = Nothing is saved yet
contact-name = Name
contact-open-round = If you correct the e-mail address, the new address gets a new personal link, and the old link stops working. Saved answers are kept.
contact-phone = Telephone
contact-round-done = The answer in round { $round } is handed in. Receipts are sent to { $email }.
contact-round-next = The next letters of round { $round } are sent to { $email }.
contact-round-nobody = In round { $round } there is no address to send to.
contact-round-passed-on = In round { $round } the questions were passed on to { $name } ({ $email }), who goes on getting the letters. The details here hold from the next round.
contact-round-retired = The post is retired. Round { $round } sends it no reminders.
contact-save = Save
contact-saved = The contact details are saved
contact-title = Contact details: { $post }
retirement-back = Back to the posts
retirement-button = Retire the post
retirement-covered = All its areas are covered by other posts of the municipality too.
retirement-lead = The post gets no more invitations and reminders. What it has answered stays in all rounds, and it can be restored.
retirement-open-round = The post is asked in round { $round }, which is open. It gets no more reminders, but its link can still be used to answer until the end of the deadline. If nothing is handed in, its answers are missing from the coverage of the round.
retirement-title = Retire { $post }?

# Who is missing: the municipalities of a round, and the call list of everybody who has not handed in.
participation-search = Search for a municipality
participation-all-regions = All regions
participation-all-groups = All municipality groups
participation-none = No municipality matches what you chose.
participation-missing = Missing
participation-total = { $count ->
    [one] 1 municipality in all
   *[other] { $count } municipalities in all
}
response-heading = Answers day by day
response-title = Share of those invited who have handed in
response-description = The line shows how many per cent of the posts have handed in everything, for each day since the round opened. An earlier round of the same programme is shown as a dashed line.
response-axis = Days since opening
response-today = Today is day { $day } since opening, and { $share } have handed in.
response-closed = { $share } handed in before the round closed on day { $day }.
response-before = In round { $key }, { $share } had handed in on the same day.
calls-heading = Call list of round { $key }
calls-lead = Everybody who has not handed in, with their phone number, the latest letter and the latest call.
calls-link = Call list of everybody who is missing
calls-count = { $count ->
    [0] Nobody still has to hand in
    [one] 1 post still has to hand in
   *[other] { $count } posts still have to hand in
 }
calls-none = Nobody matches what you chose, or everybody has handed in.
calls-everybody = Everybody who is missing
calls-unreached = Mail does not arrive
calls-missing = Missing
calls-sections = { $all ->
    [one] Missing { $missing } of 1 section
   *[other] Missing { $missing } of { $all } sections
 }
calls-choose = Choose { $post }, { $municipality }
calls-xlsx = Download the call list (Excel)
calls-csv = Download the call list (CSV)
grid-calls-title = Call list of round { $round }
grid-call-department-about = The department's name in the municipality.
grid-call-post-about = The post's name in the municipality.
grid-call-name = Name
grid-call-name-about = Whoever is asked.
grid-call-phone = Phone
grid-call-phone-about = Phone number; empty where none is known.
grid-call-email-about = E-mail address; empty where none is known.
grid-call-sections = Sections
grid-call-sections-about = How many sections the post is asked about.
grid-call-missing-about = How many of them were not handed in.
grid-call-last-day-about = The last day on which the post can answer, with its extension.
grid-call-letter = Latest letter
grid-call-letter-about = Its kind: invitation, reminder, last_reminder or extended (a later deadline).
grid-call-state = State of the letter
grid-call-state-about = accepted means taken by the receiving mail server; refused, given_up, bounced and in_doubt mean that it did not arrive, or that nobody knows.
grid-call-sent = Sent
grid-call-sent-about = When the latest letter was sent, in UTC.

# Calls to those who are missing: the page of one post, the call list's column, the first page and the audit log.
calls-column = Calls
calls-note = Note a call
calls-never = Not called yet
calls-call-back = Call back { $day }
calls-due = To call back today or before
calls-never-called = Never called
calls-outcome = Latest call
calls-any-outcome = Whatever came of it
calls-back = Back to the call list
call-outcome-reached = Spoke to the leader
call-outcome-no-answer = No answer
call-outcome-wrong-number = Wrong number
call-outcome-answers-soon = Will answer soon
call-outcome-wants-call-back = Wants to be called back
call-outcome-declines = Declines to answer
post-calls-title = Calls to { $post }
post-calls-correction = Correct a call to { $post }
post-calls-link = Calls to the post
post-calls-answers = See what was handed in
post-calls-new = Note a call
post-calls-outcome = What came of the call?
post-calls-note = Note
post-calls-note-hint = Write only what whoever calls next needs to know. The leader can ask to see it.
post-calls-day = Call back
post-calls-save = Save the call
post-calls-before = Calls in this round
post-calls-none = Nobody has called the post in this round.
post-calls-by = Noted by { $caller }
post-calls-correct = Correct
post-calls-remove = Remove the call
post-calls-over = The round is not open. No more calls can be noted.
post-calls-mistake = The call is not saved
post-calls-no-outcome = Choose what came of the call
post-calls-day-past = Choose today or a later day
post-calls-day-far = Choose a day within the next half year
refusal-call-of-another-day = A call can only be corrected and removed on the day it was noted.
grid-call-called = Latest call
grid-call-called-about = When the post was last called in the round, in UTC; empty where nobody has called.
grid-call-outcome = Outcome
grid-call-outcome-about = What came of the latest call: reached (the leader was spoken to), no_answer, wrong_number, answers_soon, wants_call_back or declines (to answer).
grid-call-note = Note on the call
grid-call-note-about = What was noted of the latest call. It may be personal data.
grid-call-back = Call back
grid-call-back-about = The day on which to call again; empty where none was agreed on.
home-call-backs = Calls today
home-call-backs-due = { $count ->
    [one] 1 post is to be called back today (round { $key })
   *[other] { $count } posts are to be called back today (round { $key })
 }
audit-invitation-call = Call noted: { $name }
audit-invitation-correct-call = Call corrected: { $name }
audit-invitation-remove-call = Call removed: { $name }
audit-field-outcome = Outcome

# The directory of posts: searching, files, history and changes
search-title = Posts
search-lead = Here is who gets asked. Search for a post, correct it, or bring in a whole file.
search-import = Import a file
search-own = { $municipality }
search-template-xlsx = Template with the present posts (Excel)
search-template-csv = Template (CSV)
search-export-xlsx = Export (Excel)
search-export-csv = Export (CSV)
search-text = Search
search-municipality = Municipality
search-all-municipalities = All municipalities
search-area = Area
search-all-areas = All areas
search-shown = Show
search-active = Posts that are asked
search-without-address = Without an e-mail address
search-retired = Retired
search-button = Search
search-count = { $count ->
    [one] 1 post
   *[other] { $count } posts
}
search-imported = The file is imported
search-imported-count = { $count ->
    [0] No posts were added or changed.
    [one] 1 post was added or changed.
   *[other] { $count } posts were added or changed.
}
import-title = Import posts from a file
import-lead = Choose a CSV or Excel file. First you see what will happen. Nothing is saved until you press "Carry out".
import-file = File
import-file-hint = CSV or XLSX, at most 5 MB. The file is read, but not saved in the directory yet.
import-check = Check the file
import-template = Template
import-template-lead = Download the present posts as a file, correct it, and import it again. What you don't correct is not changed.
import-columns = Which columns must the file have?
import-columns-text = The first row is the header: municipality, department, post, areas, name, email and phone, in any order. The columns "language" (Danish or English) and "from date" are optional. A municipality may be written by name or code. Several areas are separated by | or a comma. With a date in "from date", the person takes over the post on that day.
import-nothing-written = Nothing is saved
import-faults = { $count ->
    [one] The file has 1 fault. Correct it and import the file again.
   *[other] The file has { $count } faults. Correct them and import the file again.
}
import-faults-heading = Faults in the file
import-line = Line
import-where = Where
import-cure = Fault, and what you can do
import-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
import-dry-run = This will happen when the file is imported
import-dry-run-lead = Nothing is saved yet. Look through the list and press "Carry out".
import-changed-since = The directory has changed since you saw the list. Here it is again as it is now. Nothing is saved.
import-new = New posts
import-changed = Changed posts
import-unchanged = Unchanged posts
import-restored = Restored posts
import-restored-lead = They are retired, but stand in the file. They will be asked again.
import-missing = Posts that are not in the file
import-missing-lead = They stand in the directory for the file's municipalities, but not in the file. They stay unless you choose to retire them.
import-retire = Retire those that are not renamed
import-renamed = Perhaps renamed
import-renamed-lead = The old posts are not in the file, and the new ones resemble them. A renamed post keeps its answers of earlier rounds.
import-renamed-choose = Tick those that are the same post under a new name
import-renamed-pair = { $municipality }: { $from } is now called { $to }
import-what-changes = Change
import-empty = (empty)
import-language = Language
import-nothing = The file changes nothing.
import-carry-out = Carry out
import-other-file = Choose another file
post-add = Add a post
post-new-title = New post in { $municipality }
post-edit = Edit the post
post-edit-title = Edit { $post }
post-edit-lead = The change takes effect from the next round. Rounds that are open or closed keep what the post was asked as.
post-title = Post
post-title-hint = A post's name is used only once in the municipality.
post-department = Department
post-areas = Areas
post-areas-hint = What the post is asked about. Choose at least one.
post-back = Back to the post
holder-new = New person in the post
holder-title = New person: { $post }
holder-lead = If it is the same person with new details, correct the contact details instead.
holder-open-round = The post is asked in round { $round }, which is open. The new person gets a personal link when the change takes effect, and the old link stops working. Saved answers are kept.
holder-from = From date
holder-from-hint = Leave it empty if it holds from now on. Otherwise the present person keeps the post up to the day before.
holder-save = Save the new person
holder-planned = New person from { $day }
proposal-title = Proposed as new leader on { $when }
proposal-lead = Whoever was asked has passed the questions on. If you confirm, the post gets the new leader, in other open rounds, too. If you decline, the post keeps the leader whom the directory names, but the questions stay with whom they were sent to.
proposal-confirm = Confirm the new leader
proposal-decline = Decline
holder-withdraw = Undo the change
merging-link = Merge with another
merging-title = Merge { $post } with another post
merging-lead = This post is retired, and the other one stays. Answers of earlier rounds stay under the post that gave them. The one that stays then covers the areas of both.
merging-nobody = The municipality has no other posts that are asked.
merging-choose = Choose a post
merging-into = Post that stays
merging-into-hint = Only posts of the same municipality.
merging-button = Merge
merging-refused = The posts are not merged
history-rounds = Rounds
history-no-rounds = The post has not been asked in any round yet.
history-round = Round
history-when = Period
history-period = { $from } – { $to }
history-asked-as = Asked as
history-areas-handed-in = Sections handed in
history-of = { $some } of { $all }
history-answers = Questions answered
history-changes = Changes
history-no-changes = There are no changes in the log.
history-was-called = formerly { $title }
history-retired = The post was retired on { $when }. It is asked no more.
history-merged-into = The post is retired and merged with
history-absorbed = Merged into this post:
changes-newest = Newest changes
changes-file = File imported.
changes-count = { $what }: { $count }
changes-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
changes-by = By { $who }.
changes-by-clock = Happened by itself on the date.
changes-by-operator = From the command line.
change-added = added
change-title = new name
change-department = new department
change-areas = other areas
change-person = new person or new contact details
change-planned-person = new person from a later date
change-plan-withdrawn = change of person undone
change-proposal-declined = proposed new leader declined
change-retired = retired
change-restored = restored
change-merged = merged with another post
change-absorbed = another post merged in
rounds-no-email = No e-mail address
rounds-no-letter = No e-mail yet
rounds-letter-invitation = Invitation
rounds-letter-reminder = Reminder
rounds-letter-accepted = Sent
rounds-letter-failed = Failed or in doubt
rounds-letter-waiting = Waiting to be sent
rounds-letter-cancelled = Cancelled
rounds-find-successor = Find successor
rounds-find-successor-lead = E-mails to posts marked "Find successor" come back. Call and find out who holds the post now. When the address has been corrected in the directory, a new e-mail is sent automatically.
rounds-sections = { $all ->
    [one] { $done } of 1 section handed in
   *[other] { $done } of { $all } sections handed in
 }
rounds-sections-missing = Missing: { $areas }
rounds-extended = Extended
rounds-extend = Extend the deadline
rounds-extension-heading = Extend the deadline for { $post }
rounds-extension-lead = { $department }, { $municipality }. Everybody else answers by { $day }.
rounds-extension-final = The deadline can be extended only once and can't be changed afterwards.
rounds-extension-day = New last day
rounds-extension-hint = A day after { $day }.
rounds-extension-button = Extend the deadline
rounds-extension-mistake = The deadline was not extended

# figure: words of every page of results
figure-breadcrumbs = Breadcrumbs
figure-info = Information
figure-round = Round { $round }
figure-and = and
figure-package = Package
figure-area = Area
figure-areas = Areas
figure-areas-count = { $count ->
    [one] 1 area
   *[other] { $count } areas
 }
figure-municipality = Municipality
figure-all-packages = All packages
figure-all-areas = All areas
figure-baseline = Baseline
figure-change = Change (points)
figure-points = { $count ->
    [one] { $change } point
   *[other] { $change } points
 }
figure-n = N = { $n }
figure-mean-with-n = { $mean } (n = { $n })
figure-mean-with-few = { $mean } (only n = { $n })
figure-n-municipalities = n = { $n }
figure-weak = Grey, thin rows rest on too few municipalities (n under { $least }) to say anything about the country.
figure-suppressed = hidden
figure-suppressed-long = Hidden: there are too few municipalities to show the figure
figure-table = Show the figures as a table
figure-download = Download SVG

# Figures on slides (16:9), with what stands around them on the page
figure-download-slide = Download slide (SVG)
figure-download-png = Download slide (PNG)
slide-source = Source: { $service }, round { $round }, closed { $day }.
slide-source-open = Source: { $service }, round { $round }. Provisional figures, the round is open until { $day }.
slide-source-rounds = Source: { $service }, rounds { $rounds }. The newest round is of { $year }.
slide-answered = Municipalities that have answered: { $answered } of { $population }.

# Figures on the page
figure-rounding = Changes are computed before rounding, so a change may differ by 1 from the difference between the figures shown.
figure-per-package = Baseline and now per package
figure-per-area = Baseline and now per area
figure-paired-description = Score 0-100 at baseline and now for the answers that can be compared, with the change in points.
figure-score-caption = Score 0-100.
figure-paired-caption = Ring and dot rest only on the answers found both at baseline and now. Under the change stands how many of the round's questions can be compared.
figure-unpaired = { $round }, all answers
figure-unpaired-caption = A square is the score now of all answers. It can be compared neither with the baseline nor with the dots.
figure-unpaired-alone = The squares are the score of all answers.
figure-held-against = The baseline is round { $rounds }.
figure-no-baseline = There is no earlier round to compare with.
figure-comparable = { $questions ->
    [one] { $matched } of 1 question
   *[other] { $matched } of { $questions } questions
 }
figure-reworded = * Some of the questions were reworded since the baseline.
figure-moved = { $improved } / { $unchanged } / { $declined }
figure-provisional = Provisional figures
figure-provisional-why = The round is still open. The figures change as leaders hand in their answers.
figure-test-round = Test round: the figures are not included in any comparison.

# measure: what figures measure
measure-implementation = Implementation
measure-awareness = Awareness
measure-overall = Overall judgement
measure-implementation-explained = Implementation: how far the work on the recommendations has got.
measure-awareness-explained = Awareness: how well the packages are known among leaders, planners and consultants in the area.
measure-overall-explained = Overall judgement: the municipality's own view of how far its efforts meet the recommendations of the package (in the 2012-13 edition those at the basic level).

# state: why there is no figure
state-not-asked = not asked
state-not-applicable = not relevant
state-insufficient = insufficient basis, coverage { $coverage }
state-insufficient-pair = insufficient basis for comparison, coverage { $coverage }
state-insufficient-all = no municipality has a sufficient basis
state-not-comparable = cannot be compared with earlier
state-first-asked = asked for the first time
state-unanswered = not answered

# card: figures to see from afar
card-measure = { $measure }, score 0-100
card-change = { $change } since baseline ({ $rounds }), paired
card-coverage = Coverage, implementation
card-coverage-note = { $applicable ->
    [one] { $valid } of 1 relevant cell has a scored answer
   *[other] { $valid } of { $applicable } relevant cells have a scored answer
 }
card-few-municipalities = { $n ->
    [one] Only 1 municipality: too few to say anything about the country
   *[other] Only { $n } municipalities: too few to say anything about the country
 }
card-municipalities = n = { $n ->
    [one] 1 municipality
   *[other] { $n } municipalities
 }
card-nation-change = { $n }. { $change } since baseline ({ $rounds }), paired, n = { $paired }
card-answered = Municipalities that answered
card-answered-figure = { $answered } / { $population }
card-answered-note = At least one section is handed in

# column: heads of tables of results
column-about = Package or area
column-baseline = Baseline
column-paired-baseline = Paired score at baseline
column-paired-current = Paired score now
column-paired-change = Paired change (points)
column-paired-n = n, paired
column-moved = Improved / unchanged / declined (municipalities)
column-comparable = Can be compared
column-pair-coverage = Coverage of pairs
column-score-then = Score at baseline, all answers
column-score-now = Score now, all answers
column-score-then-n = Score at baseline, all answers (n)
column-score-now-n = Score now, all answers (n)
column-unpaired-change = Unpaired change (points)
column-coverage = Coverage now
column-coverage-mean = Coverage now, all municipalities
column-dont-know = Don't know (cells)
column-strict = Score where "Don't know" counts 0
column-disagreeing = Cells with different answers

# saved-views: pages of figures to come back to
saved-views-title = Saved views
saved-views-lead = Pages of figures that you want to find again, with the choices you made.
saved-views-none = You have no saved views. At the foot of every page of figures you can save it.
saved-views-shared = Shared by colleagues
saved-views-is-shared = Shared
saved-views-edit = Edit
saved-views-edit-title = Edit a saved view
saved-views-save = Save this view
saved-views-all = See all saved views
saved-views-form-lead = The view keeps the choices you made on the page, not the figures. The figures are always the newest.
saved-views-name = Name
saved-views-name-missing = Write a name.
saved-views-name-too-long = The name may have { $most } characters at most.
saved-views-mistake = The view was not saved
saved-views-share = Share the view with colleagues
saved-views-share-hint = Everybody who can sign in sees the name and can open the view. Each sees only the figures they may see.
saved-views-submit = Save
saved-views-delete = Delete the view

# sheet: the meeting sheet, one municipality on two pages
sheet-title = Meeting sheet: { $municipality }, round { $round }
sheet-link = Meeting sheet for printing, two pages
sheet-back = Back to the municipality's result
sheet-print = Print the meeting sheet
sheet-standing = Where the municipality stands
sheet-now = Score now
sheet-change = Change since baseline
sheet-explained = The change rests only on the questions and areas that were answered both times.
sheet-gains = Most to gain
sheet-gains-explained = By so much would the municipality's score for implementation rise if the recommendation were carried out in full in the areas named.
sheet-areas = { $count ->
    [one] one area
   *[other] { $count } areas
}
sheet-no-gains = Every recommendation that was answered is carried out in full.
sheet-moves = What has moved most
sheet-risen = Up
sheet-fallen = Down
sheet-moved = from { $then } to { $now }
sheet-no-moves = No recommendation can be held against the baseline, or all stand where they stood.
sheet-advice = Advice to the municipality
sheet-missing = Yet to answer
sheet-missing-count = { $count ->
    [0] Every post that was asked has handed in its answers.
   *[other] { $count } of { $asked } have not handed in yet:
}
sheet-comments = The leaders' reasons
sheet-no-comments = Nothing has been written about the recommendations that the sheet names.
sheet-all-comments = { $count ->
    [one] Read the one reason or comment of the round
   *[other] Read all { $count } reasons and comments of the round
}
sheet-printed = From { $service }, { $day }.

# advice: to a municipality, about one of its recommendations
advice-heading = Advice in round { $round }
advice-list-title = Advice to { $municipality }
advice-who-reads = Advice is read by the municipality's coordinator, by the consultants who follow the municipality and by administrators. Leaders do not see it, and it changes no figure.
advice-where-to-write = Choose a package above to write advice about one of its recommendations.
advice-none = No advice has been written yet.
advice-all = All advice to { $municipality } from all rounds
advice-place-title = Advice about { $recommendation }
advice-round = round { $round }
advice-back-to-answers = The answers of { $municipality }
advice-back-to-place = All advice about the recommendation
advice-new = Write advice
advice-write = Write advice
advice-count = { $count ->
    [one] 1 piece of advice
   *[other] { $count } pieces of advice
}
advice-text = The advice
advice-text-hint = Write what the municipality can do, and where it can begin. Do not write about single citizens or leaders. The coordinator can see the e-mail address of your account beside it.
advice-send = Give the advice
advice-save = Save the change
advice-mistake = The advice is not saved yet
advice-change = Change or withdraw
advice-see-history = See what was changed
advice-by = Advice from { $by }
advice-edited = Changed { $day }.
advice-withdraw-lead = If the advice is withdrawn, it is no longer shown at the recommendation. The text stays in the history below.
advice-withdraw = Withdraw the advice
advice-withdrawn = The advice was withdrawn.
advice-history = History
practice-text-missing = Write a text.
practice-text-too-long = The text may be at most { $most } characters long.

# practice: examples of good practice
practice-title = Good practice
practice-lead = Examples from municipalities that by their own answers carry the recommendation out in full. Ask them how they did it.
practice-examples = Find an example
practice-all = See all examples
practice-of-recommendation = Examples of good practice
practice-waiting = Examples waiting for approval
practice-own = Your own examples
practice-share-one = Share an example from your municipality
practice-share-from-result = Share an example of good practice
practice-words = Search the examples
practice-all-recommendations = All recommendations
practice-region = Region
practice-all-regions = All regions
practice-group = Group of municipalities
practice-all-groups = All groups
practice-found = { $count ->
    [0] No example matches what you look for.
    [one] 1 example
   *[other] { $count } examples
}
practice-from-round = From round { $round }.
practice-contact = Contact
practice-phone-short = tel.
practice-told = A good example from { $municipality }, round { $round }
practice-state-waiting = waiting
practice-state-shown = shown
practice-state-declined = declined
practice-state-withdrawn = withdrawn
practice-newest = The newest version
practice-shown-meanwhile = The version above is shown until the new one is approved.
practice-declined-because = Declined because:
practice-decision = Should the example be shown?
practice-decision-lead = See whether the text is the municipality's own, whether others can use it, and whether the contact is a function and not a private person.
practice-show = Show the example
practice-decline = Decline the example
practice-decline-mistake = The example is not declined yet
practice-reason = Why is the example not shown?
practice-reason-hint = The municipality's coordinator reads the reason and can change the example.
practice-deeds = Change or withdraw
practice-change = Change the example
practice-change-lead = The change must be approved before it is shown.
practice-withdraw-lead = If the example is withdrawn, it is no longer shown, and the contact is deleted.
practice-withdraw = Withdraw the example
practice-share-title = Share an example of good practice
practice-carried-out-lead = { $municipality } carries these recommendations out in full in round { $round }: every area that was asked has answered, and every answer is the best one. Choose the one that you want to tell others about.
practice-nothing-carried-out = No recommendation is carried out in full in all the areas that were asked.
practice-back-to-carried-out = Back to the recommendations
practice-form-title = Share an example: { $recommendation }
practice-form-tells = When the example is shown, it can be seen that { $municipality } has answered green to the recommendation in round { $round }. No other figure of the municipality is shown.
practice-form-who-reads = A consultant or administrator reads the example before it is shown. After that everybody with an account in the service can read it, and it may be shown to leaders in other municipalities who have something to gain by the recommendation.
practice-name = Heading
practice-name-hint = Short and concrete, for instance “Smoke-free school days at all schools”.
practice-body = What did you do?
practice-body-hint = In your own words: what you did, what worked, and what you would do differently. Do not write about single citizens or employees.
practice-contact-lead = Give a function that other municipalities can write to, not a private person. The contact is shown with the example and is deleted when you withdraw it.
practice-function = Function
practice-function-hint = For instance “The health department” or “Tobacco prevention”.
practice-email = E-mail address
practice-email-hint = Preferably a shared mailbox.
practice-phone = Telephone
practice-phone-hint = A main number or the department's number.
practice-bad-address = Write an e-mail address, for instance health@example.org.
practice-send = Send for approval
practice-mistake = The example is not sent yet

# municipality: the result of one municipality
municipality-title = { $municipality }: result { $round }
municipality-returned = { $sections ->
    [one] { $returned } of 1 section is handed in.
   *[other] { $returned } of { $sections } sections are handed in.
 }
municipality-posts = Answers per post
municipality-posts-explained = Read what each post has answered, with reasons and comments.
municipality-posts-status = See who has answered, and the call list
municipality-post-missing = not handed in yet
municipality-packages-title = { $municipality }: implementation per package
municipality-areas-title = { $municipality }: implementation per area
answers-title = Where there is most to gain: { $what }
answers-explained = The lowest answers come first. Where leaders answered differently, every answer is shown with the value they come to together.
answers-close = Show the overview only
answers-recommendation = Recommendation
answers-then = Answer at baseline
answers-now = Answer now
answers-disagree = different answers
answers-value = value { $value }
benchmarks-title = Compared with others
benchmarks-caption = Implementation per package in round { $round }: mean of the municipalities' scores 0-100
benchmarks-explained = Mean of the municipalities' scores, each counting once. Figures that rest on fewer than 5 municipalities, or could give a single one away, are hidden.
benchmarks-other-round = The round is not closed yet, so all figures here are from round { $round }, the newest closed one.
benchmarks-own = The municipality
benchmarks-nation = Whole country
benchmarks-chosen = { $count ->
    [one] 1 chosen municipality
   *[other] { $count } chosen municipalities
 }
# aim: what a round is held to, on the pages of its figures
aim-named = { $name }: { $score }
aim-of-level = The aim is held against the score of the recommendations of the level { $level } alone.
aim-of-all = The aim is held against the score of all recommendations of the package.
aim-lacks-level = The edition does not have the level { $level }. So the aim is held against the score of all recommendations of the package.
aim-chosen = The number is the programme's own choice.
aim-caption = The dashed line is { $name }. It is held against the score of all answers.
aim-caption-level = The dashed line is { $name }. The diamond is the score now of the recommendations of the level { $level }, which is what is held against the aim.
aim-described = The dashed line is { $name }.
aim-count = { $count } of { $n }
aim-reached-short = { $reached } reach it
aim-is-reached = reaches the aim
aim-is-not-reached = below the aim
aim-most = Most municipalities reach the aim in { $subject }: { $reached }
aim-nation-explained = The figures are the municipalities that reach the aim, of those that have a score. Where these are fewer than 5, or a single one could be pointed out, the figure is hidden. At the baseline they are held to the same aim, and only in packages of which both rounds asked the same.
aim-table = Municipalities that reach the aim, per package
aim-own-table = The aim per package
aim-column-score = Score held against the aim
aim-column-now = Municipalities that reach the aim now
aim-column-then = Municipalities that reached the aim at the baseline
aim-column-own = Score
aim-column-reached = The aim
aim-then = { $reached } (round { $round })
aim-not-comparable = can't be compared
aim-own-none = { $name }. Packages that reach the aim: none of { $of }
aim-own-some = { $name }. Packages that reach the aim: { $count } of { $of } ({ $packages })
grid-aim-about = The score 0-100 that the programme wants a package's recommendations to reach. Empty where there is no aim.
grid-aim-score-about = Mean of the municipalities' scores 0-100 of the recommendations that are held against the aim.
grid-aim-reached-about = Number of municipalities whose score as a whole number reaches the aim. Empty where the figure is hidden.
grid-aim-n = Municipalities with a score held against the aim
grid-aim-n-about = Number of municipalities with a sufficient basis for the score that is held against the aim.
grid-aim-then-round = Baseline round of the aim
grid-aim-then-round-about = The round that the number at the baseline is from. Empty where the two rounds did not ask the same.
grid-aim-then-n = Municipalities with such a score at the baseline
aim-trend-title = Municipalities that reach the aim
aim-trend-caption = Municipalities that reach the aim, per package and round
aim-trend-explained = All rounds are held to the aim of round { $round }. A star means that the round can't be compared with the one before it, because something else was asked.
aim-not-joined = { $reached } *
aim-step = In all packages together the municipalities that reach the aim go from { $before } in round { $since } to { $reached } in round { $now }
aim-rounds-of-level = In round { $rounds } only the recommendations of the level { $level } count.
aim-rounds-of-all = In round { $rounds } the edition does not have the level, and all recommendations count.

# peers: own score beside others as a chart
peers-title = { $municipality } and other municipalities, round { $round }
peers-above = { $municipality } stands out most in { $subject }: { $count ->
    [one] 1 point
   *[other] { $count } points
 } above { $others }
peers-below = { $municipality } stands out most in { $subject }: { $count ->
    [one] 1 point
   *[other] { $count } points
 } below { $others }
peers-level = { $municipality } is level with the others
peers-nation = the whole country
peers-lead = The numbers at the end of each row say by how many points the municipality is above (+) or below (−) the others.
peers-description = The municipality's score 0-100 for each package beside the mean of the country, the region and the kommunegruppe, with the difference in points.
peers-differences = The municipality's difference in points from
peers-largest = The largest difference is framed.
peers-hidden = “Hidden” means that the figure could give a single municipality away.
peers-weak = Grey figures rest on fewer than { $least } municipalities.
peers-rounding = Differences are taken before rounding and may therefore differ by 1 from the figures shown.
peers-cell = difference { $difference }
peers-cell-largest = difference { $difference }, the largest

# groups of municipalities
group-capital = Capital municipalities
group-metropolitan = Metropolitan municipalities
group-provincial = Provincial town municipalities
group-commuter = Commuter municipalities
group-rural = Rural municipalities
transitions-title = Where the answers went
transitions-explained = Every cell with exactly one answer at baseline and now. The row is the answer at baseline, the column the answer now; bold is unchanged.
transitions-caption = Answers at baseline and now, number of cells (scale: { $scale })
flow-title = Where the answers have gone: { $name } (scale: { $scale })
flow-description = Two bars with the answers at the baseline and now. The bands between them show how many cells went from each answer to each answer.
flow-caption = Each band is cells with one answer at the baseline and one now. The thicker the band, the more cells. The colour is the answer at the baseline.
flow-said = { $better } of the cells have a better answer, { $worse } a worse one
flow-cells = Cells that can be compared: { $cells }.
transitions-then = At baseline
transitions-now = Now: { $answer }
transitions-apart = Not in the table: { $disagreeing ->
    [one] 1 cell
   *[other] { $disagreeing } cells
 } with different answers and { $unanswered ->
    [one] 1 cell
   *[other] { $unanswered } cells
 } answered in only one of the rounds or in none.

# finding: what matters most in one sentence
finding-rise-most = { $subject } has risen most: { $points } in { $n ->
    [one] 1 municipality
   *[other] { $n } municipalities
 }
finding-rise = { $subject } has risen: { $points } in { $n ->
    [one] 1 municipality
   *[other] { $n } municipalities
 }
finding-fall-most = { $subject } has fallen most: { $points } in { $n ->
    [one] 1 municipality
   *[other] { $n } municipalities
 }
finding-fall = { $subject } has fallen: { $points } in { $n ->
    [one] 1 municipality
   *[other] { $n } municipalities
 }
finding-still = { $n ->
    [one] Nothing has changed in the one municipality that can be compared
   *[other] Nothing has changed in the { $n } municipalities that can be compared
 }
finding-own-rise-most = { $municipality } has gained most in { $subject }: { $points }
finding-own-rise = { $municipality } has gained in { $subject }: { $points }
finding-own-fall-most = { $municipality } has lost most in { $subject }: { $points }
finding-own-fall = { $municipality } has lost in { $subject }: { $points }
finding-own-still = { $municipality } stands where it stood
finding-basis = { $measure }, paired change since round { $rounds }. { $comparable } can be compared.
finding-own-basis = { $cells ->
    [one] 1 cell was answered
   *[other] { $cells } cells were answered
 } in both rounds.
finding-step-rise = { $name }: implementation rose from { $since } to { $now } ({ $points })
finding-step-fall = { $name }: implementation fell from { $since } to { $now } ({ $points })
finding-step-still = { $name }: implementation is unchanged from { $since } to { $now }

# country: all municipalities of a round
country-short = Whole country
country-title = Whole country: result { $round }
country-short-own = Your municipalities
country-title-own = Your municipalities: result { $round }
country-packages-title = { $measure } per package, whole country
country-areas-title = { $measure } per area, whole country
country-figure-description = Mean of the municipalities' scores 0-100 at baseline and now for the answers that can be compared, with the mean change in points.
country-figure-caption = Mean of the municipalities' scores 0-100, each counting once. n is the number of municipalities.
country-open-hidden = Figures for the whole country are shown when the round is closed.
country-see-closed = See the whole country in round { $round }
country-missing = { $count ->
    [one] 1 municipality has handed in nothing
   *[other] { $count } municipalities have handed in nothing
 }
country-partly = { $count ->
    [one] 1 municipality lacks some sections
   *[other] { $count } municipalities lack some sections
 }
filter-measure = What is measured
filter-show = Show
filter-words = Search the questions
filter-all-areas = All areas
filter-all-packages = All packages
filter-level = Level
filter-all-levels = All levels
filter-recommendations = Recommendations
filter-all-recommendations = All recommendations
filter-central = Only the central ones
heat-title = Municipality and package
heat-caption = { $measure }, score 0-100 in round { $round }.
heat-area = Area: { $area }.
heat-explained = A dash means that there is no score: it was not asked, none of it is relevant, or the basis is insufficient. Choose a heading to sort.
heat-region = { $region } (mean)
heat-by-region = Show the municipalities region by region
heat-together = Show all municipalities together
heat-areas-title = Area and package
heat-areas-caption = { $measure }, mean of the municipalities' scores 0-100 in round { $round }.
heat-areas-explained = A dash means that the package is not asked about in the area, or that the figure can't be shown. A figure leads to the questions behind it.
heat-all = All
heat-none = no score
sort-ascending = (sort, lowest first)
sort-descending = (sort, highest first)
overall-title = Overall judgement: share that answered "to a high degree"
overall-then = "To a high degree" at baseline
overall-now = "To a high degree" now
overall-change = Change (percentage points)
overall-share = { $share } ({ $count } of { $n }, { $round })
overall-share-split = { $share } (N = { $n }, { $round })
published-none = Demo: None of these shares is published. All of them are generated.
published-explained = Demo: The generated answers are adjusted so that these shares equal the published ones. All other shares are generated.
published-share = { $package } { $year }: { $share } %.
published-sif = Source: Statens Institut for Folkesundhed, SDU (sdu.dk/da/sif/ugens_tal/02_2018).
published-sif-less-the-rise = Inferred: 44 % in 2017 less the published rise of 9 percentage points since 2015. Source: Statens Institut for Folkesundhed, SDU (sdu.dk/da/sif/ugens_tal/02_2018).
published-hjerteforeningen = Source: Hjerteforeningen, March 2014. That "lever op til" there means "to a high degree" is inferred.
key-questions-title = Two key questions
key-questions-explained = Two of the questions of the first monitoring (2013): action plans for food and meals in residential facilities, and awareness of the packages in psychiatry and disability.

# drill: from a figure down to the answers
drill-package-title = { $package }: result { $round }
drill-package-areas = { $package }: implementation per area, whole country
drill-catalogue = See it in the catalogue
drill-recommendations = Recommendations
drill-recommendations-lead = The share of municipalities that chose the best answer. Choose a recommendation to see the answers in each area.
drill-municipalities-title = Municipality and area
drill-heat-explained = A dash means that there is no score. Choose a figure to see the answers behind it.
drill-areas-title = Answers per area: { $question }
drill-question = See the municipalities' answers
drill-answers-title = The municipalities' answers
drill-answers-lead = The lowest answers stand first. Choose a heading to sort, and a municipality to see its answers to the whole package.
drill-answer-in = Answer in { $round }
overall-best-then = Best answer at baseline
overall-best-now = Best answer now

# questions: what a round asks
questions-title = Questions of round { $round }
questions-title-short = See how each question was answered
questions-short = Questions
questions-question = Question
questions-lead = Choose a question to see how it was answered at baseline and now.
questions-found = { $count ->
    [one] 1 question
   *[other] { $count } questions
 }
questions-without-package = Across the packages
question-any-area = (name)
question-comparability = Comparability
question-wordings = The question and its predecessor
question-wording = Wording in { $round }
comparability-same = The same question as at baseline. The answers can be compared.
comparability-reworded = Reworded since baseline. The answers are compared, but read both wordings.
comparability-not-asked = The question was not asked at baseline.
comparability-split = A question at baseline has been split into several. The answers are not compared.
comparability-merged = Several questions at baseline have been merged into one. The answers are not compared.
comparability-new = New question since baseline. There is nothing to compare with.
comparability-same-short = same question
comparability-reworded-short = reworded
comparability-new-short = new question
comparability-split-short = cannot be compared: split into several
comparability-merged-short = cannot be compared: merged from several
comparability-none-short = cannot be compared
distribution-title = Distribution of answers
distribution-description = Share of municipalities that chose each answer. "Don't know" and "Not relevant" are shown as answers.
distribution-caption = Share of the N municipalities that answered. Where a municipality has several answers, they count as one together. The valid share in the table leaves out "Don't know" and "Not relevant".
distribution-answer = Answer
distribution-share = { $round }: share
distribution-valid-share = { $round }: valid share
distribution-n = N (municipalities)
distribution-top-box = { $share } in { $round } (N = { $n })
distribution-top-box-change = Change: { $change } percentage points.

# comments: what leaders have written beside their answers
comments-title = Reasons and comments in round { $round }
comments-short = Reasons and comments
comments-link = Read reasons and comments
comments-who-reads = They are read only by the municipality's coordinator, the consultants who follow the municipality, and those who administer the survey, as the leaders were told. Only comments that may be quoted may be passed on, and without a name.
comments-words = Search the texts
comments-all-municipalities = All municipalities
comments-all-answers = All answers
comments-found = { $count ->
    [0] There are no reasons or comments
    [one] 1 answer with a reason or comment
   *[other] { $count } answers with a reason or comment
 }
comments-post = Post
comments-answer = Question, answer and text
comments-files = Download what was found:

# grid: tables as files
grid-sheet = { $number ->
    [one] Figures
   *[other] Figures { $number }
 }
grid-explained = Explained
grid-column = Column
grid-key = Name in CSV
grid-about = What it shows
grid-xlsx = Excel (XLSX)
grid-csv = CSV
grid-generated = Demo: all answers and figures are generated
grid-contract = All figures follow the rules of docs/scoring.md and are not rounded.
grid-group = Group of municipalities
grid-group-about = The group of Statistics Denmark: 1 capital, 2 metropolitan, 3 provincial, 4 commuter, 5 rural.
grid-round-about = The round's name.
grid-measure-about = What is measured: implementation, awareness or overall judgement. The three are never added up.
grid-package-key = Package key
grid-package-key-about = The short name that the package has in every edition. Empty for all packages.
grid-package-title-about = The package's title.
grid-area-key = Area key
grid-area-key-about = The short name of the area. Empty for all areas.
grid-area-name-about = The area's name in the round's edition.
grid-state = State
grid-state-about = ok: there is a score. insufficient: insufficient basis. not_applicable: none of it is relevant. not_asked: not asked. suppressed: held back, because a single municipality could be worked out.
grid-asked = Cells asked
grid-asked-about = A cell is one question in one area of one municipality.
grid-applicable = Relevant cells
grid-applicable-about = Cells that were not answered "Not relevant".
grid-n = n
grid-n-about = How many municipalities stand behind the figure.
grid-valid-about = For a municipality its cells with a score, for the whole country the municipalities with a score.
grid-coverage-about = The share of relevant cells with a scored answer.
grid-score-about = Score 0-100. Empty where the basis is insufficient.
grid-strict-about = As the score, but each "Don't know" counts as 0.
grid-scores-title = Scores of round { $round }
grid-changes-title = Changes from baseline to round { $round }
grid-nation-title = { $measure } in the whole country, baseline and round { $round }
grid-answers-title = All answers of round { $round }
grid-participation-title = Responses of round { $round }
grid-questions-about = Questions that are asked now.
grid-matched-about = Those of the questions that can be compared with the baseline.
grid-comparable = Comparable cells
grid-comparable-about = Relevant cells whose question was asked at baseline too.
grid-paired = Paired cells
grid-paired-about = Cells with a score in both rounds. For the whole country the municipalities with a paired change.
grid-paired-baseline-about = Score 0-100 at baseline over the cells with a score in both rounds.
grid-paired-current-about = Score 0-100 now over the same cells.
grid-paired-change-about = Score now less the score at baseline over the same cells, in points.
grid-closes-on = Last day
grid-closes-on-about = The round's last day.
grid-edition-about = The edition of the catalogue that was asked.
grid-continues = Goes on from the round before
grid-continues-about = 1 where the score can be held against the last score before: the same questions, counted in the same way.
grid-subject-key = Key
grid-subject-key-about = The short name of the package or area.
grid-subject-about = The package or area.
grid-baseline-about = The round or rounds that it is compared with.
grid-nation-state-about = ok: there is a paired change. not_comparable: can't be compared with the baseline. insufficient: insufficient basis. suppressed: held back, because a single municipality could be worked out.
grid-n-paired-about = How many municipalities have a paired change.
grid-improved = Municipalities that improved
grid-improved-about = Municipalities whose change rounds to more than 0.
grid-unchanged = Municipalities unchanged
grid-unchanged-about = Municipalities whose change rounds to 0.
grid-declined = Municipalities that declined
grid-declined-about = Municipalities whose change rounds to less than 0.
grid-n-then = n at baseline
grid-n-now = n now
grid-option-key = Answer key
grid-option-key-about = The short name that the answer has in the catalogue.
grid-option-about = The answer.
grid-spread-state-about = ok: shown. unanswered: nobody answered. suppressed: held back, because a single municipality could be worked out.
grid-share = Share
grid-share-about = Share of the municipalities that answered. Where a municipality has several answers, they count as one together.
grid-valid-share = Valid share
grid-valid-share-about = The same without "Don't know" and "Not relevant".
grid-valid-n = n, valid
grid-valid-n-about = How many municipalities have at least one scored answer.
grid-answers-about = The answer. Where leaders answered differently, all answers with how often.
grid-value = Value
grid-value-then = Value at baseline
grid-value-now = Value now
grid-value-about = What the answer is worth, 0-100. Empty for "Don't know" and "Not relevant".
grid-disagrees-about = 1 where the leaders chose different answers.
grid-posts = Posts
grid-posts-about = Posts that were asked.
grid-mailed = Invitations sent
grid-mailed-about = Posts whose invitation was accepted by the mail server.
grid-failed = Invitations failed
grid-failed-about = Posts whose invitation failed or is in doubt.
grid-started = Started
grid-started-about = Posts that have opened the first page of questions.
grid-handed-in = Handed in
grid-handed-in-about = Posts that have handed in everything.
grid-response = Response
grid-response-about = The share of posts that have handed in everything.
grid-last = Last activity
grid-last-about = When somebody in the municipality last began or handed in (UTC).
grid-municipality-code = Municipality code
grid-municipality-code-about = The four-digit code of Statistics Denmark. DK is the whole country.
grid-municipality-about = The municipality's name.
grid-region = Region
grid-region-about = The municipality's region on the round's last day.
grid-post = Post
grid-post-about = The post that answered, as it was called in the round.
grid-area-about = The area that was asked about.
grid-package-about = The package that the question belongs to. Empty where it goes across them.
grid-recommendation-about = The recommendation that the question is about.
grid-question-key = Question key
grid-question-key-about = The short name that the question has in the catalogue.
grid-question-about = The wording as it was put to the area.
grid-answer-about = The answer that was chosen.
grid-reason-about = The leader's reason for the answer.
grid-comment-about = The leader's comment. Not to be passed on.
grid-quote-about = A comment that the leader said may be quoted, without a name.

# reading: how to read the figures
reading-title = How to read the figures
reading-score = Score
reading-score-explained = Mean of the cells' values, times 100. A cell is one question in one area of one municipality. { $rule }
reading-rule-mean = Where several leaders answer in a cell, the mean counts.
reading-rule-lowest = Where several leaders answer in a cell, the lowest answer counts.
reading-rule-highest = Where several leaders answer in a cell, the highest answer counts.
reading-coverage = Coverage
reading-coverage-explained = The share of relevant cells with a scored answer. Below { $minimum } no score is shown, but "insufficient basis".
reading-paired = Paired change
reading-paired-explained = The difference on the cells that have a score in both rounds. New, split and merged questions are left out.
reading-unpaired = Unpaired change
reading-unpaired-explained = Score now minus score at baseline, each on its own cells. The difference may come from other things having been asked.
reading-strict = Score where "Don't know" counts 0
reading-strict-explained = As the score, but each "Don't know" counts as 0. A rise then can't come from more people answering "Don't know".
reading-disagreeing = Cells with different answers
reading-disagreeing-explained = Cells in which the leaders chose different answers.

# pejl doctor
doctor-fine = Fine
doctor-wrong = WRONG
doctor-unwell = Something is wrong. Mend what is marked WRONG and run pejl doctor again.
doctor-settings = The settings can be used for serving.
doctor-clock = The time in Denmark is { $time }.
doctor-database = The database answers and its schema is up to date.
doctor-database-old = The database's schema is not up to date. Run: pejl migrate
doctor-database-ahead = The database was changed by a newer version of the program. This version can use it, but should be upgraded soon.
doctor-edition = Edition { $key } is as it was imported.
doctor-edition-changed = Edition { $key } was changed behind the program's back. Restore it from a backup.
doctor-round = Round { $key }: what was handed in can be read.
doctor-release = Release { $number } of round { $key } is as it was published
doctor-release-wrong = Release { $number } of round { $key } is not as it was published. See why with: pejl release verify { $key }
doctor-round-edition = Round { $key }: its edition is not the one it was created with.
doctor-round-damaged = Round { $key }: { $count ->
    [one] 1 answer
   *[other] { $count } answers
 } cannot be read. Restore from a backup.
doctor-round-counts = Round { $key }: its stored counts do not match what was handed in. Run: pejl round count { $key }
doctor-letters = E-mails waiting: { $count }.
doctor-letters-failed = E-mails that could not be delivered or may not have been sent: { $count }. See them with: pejl mail status
doctor-mail-none = There is nowhere to send e-mails. Set SMTP_URL or MAIL_FOLDER.
doctor-folder = E-mails are put into the folder { $folder }.
doctor-smtp = The mail server answers, and encryption and sign-in work as set.
doctor-smtp-closed = The mail server in SMTP_URL cannot be used: { $cause }. Check address, port, firewall, encryption and sign-in.
reading-tables = Download all figures for Excel:
reading-scores-file = Scores (CSV)
reading-changes-file = Changes (CSV)
reading-scores-book = Scores (Excel)
reading-changes-book = Changes (Excel)
reading-figures-file = The figures of the charts
reading-spread-file = The distribution
reading-answers-file = The municipalities' answers
reading-status-file = Who has answered
reading-all-answers-file = All answers handed in, one a row
cli-file = The file { $path } cannot be used: { $cause }. Check its name and permissions.
cli-database = The database cannot be opened: { $cause }. Check DATABASE_URL and that the database is running.
cli-database-scheme = DATABASE_URL must begin with sqlite:// or postgres://.
cli-database-no-folder = The folder { $folder } for the database does not exist. Create it, or correct DATABASE_URL.
cli-database-is-folder = DATABASE_URL points to the folder { $path }. Write the path of a file.
cli-database-other-file = The file { $path } is not a database. Correct DATABASE_URL, or move the file.
cli-database-read-only-file = The database's file { $path } cannot be written. Correct the file's permissions.
cli-database-read-only-folder = The folder { $folder } that the database lies in cannot be written. Correct the folder's permissions.
cli-database-read-only-server = PostgreSQL does not accept changes. Correct DATABASE_URL if it points to a standby, or turn read-only off.
cli-database-address = The address in DATABASE_URL cannot be read. Write postgres://USER:PASSWORD@HOST/NAME, and encode special characters in the password (@ as %40, / as %2F).
cli-database-unknown-host = The server { $host } cannot be found. Check DATABASE_URL and name resolution (DNS).
cli-database-nobody = The database on { $host } does not answer. Check DATABASE_URL and that PostgreSQL is running and can be reached.
cli-database-password = PostgreSQL refused the user or the password. Check them in DATABASE_URL.
cli-database-missing = PostgreSQL has no database named { $name }. Create it, or correct DATABASE_URL.
cli-database-no-tls = The database wants TLS, but this program was built without TLS to PostgreSQL. Build it with: cargo build --release --features postgres-tls
cli-mail-folder = The folder { $folder } cannot be written ({ $cause }). Correct the folder's permissions, or choose another folder in MAIL_FOLDER.
cli-listen-taken = { $key } is { $address }, but another program uses that address already. Stop it, or choose another port.
cli-listen-forbidden = { $key } is { $address }, but the program is not allowed to use that port. Choose port 1024 or higher.
cli-listen-elsewhere = { $key } is { $address }, but this machine does not have that address. Write one of the machine's own addresses, or 0.0.0.0 for all of them.
cli-listen-no-address = { $key } is "{ $address }", which cannot be used as an address. Write ADDRESS:PORT, such as 127.0.0.1:8080.
cli-database-busy = The database does not answer just now. Check that it is running, and try again.
setting-file = PEJL_CONFIG names { $path }, which cannot be read: { $cause }. Correct the path or unset PEJL_CONFIG.
setting-line = { $path }, line { $line } cannot be read. Write KEY=value.
setting-secret-file = { $key }_FILE names { $path }, which can't be read: { $cause }. Correct the path or unset { $key }_FILE.
setting-named-file = { $key } names { $path }, which can't be read: { $cause }. Correct the path or unset { $key }.
setting-twice = { $key } and { $key }_FILE are both set. Unset one of them.
cli-not-ready = Not ready ({ $address }): { $says }
setting-value = { $key } cannot be "{ $value }": { $cure }
setting-missing = { $key } is not set: { $cure }
setting-cure-database = write sqlite://PATH or postgres://USER:PASSWORD@HOST/NAME.
setting-cure-base = write the whole address, such as https://pejl.example.org.
setting-cure-secret = write at least 32 random characters, for instance from: openssl rand -hex 32.
setting-cure-smtp = write smtp://HOST:PORT, smtp://HOST:PORT?tls=required or smtps://USER:PASSWORD@HOST, or set MAIL_FOLDER to a folder.
setting-cure-proxies = write addresses or networks separated by commas, such as 172.18.0.0/16.
setting-cure-log-format = write text or json.
setting-cure-log-level = write error, warn, info, debug or trace.
error-number = Mention this number if you ask for help: { $id }
doctor-doubtful = NOTE
doctor-clock-apart = The database's clock and this machine's clock are { $seconds } seconds apart. Set both by the same time server.
doctor-letters-old = E-mails have been waiting more than { $minutes } minutes to be sent. See whether pejl work or pejl serve is running and whether the mail server answers.
doctor-not-https = BASE_URL begins with http://, so links, answers and passwords are sent unencrypted. Use https://.
doctor-same-listen = METRICS_LISTEN and LISTEN are the same address. Give METRICS_LISTEN a port of its own that cannot be reached from outside.
doctor-smtp-clear = SMTP_URL has a password but no encryption. Use smtps:// or ?tls=required.
doctor-smtp-slow = it did not answer in time
doctor-disk = The database's disk has { $free } MB free ({ $percent }%).
doctor-disk-little = The database's disk has only { $free } MB free ({ $percent }%). Make room before the disk is full.
doctor-disk-unknown = The free space on the database's disk could not be measured. Keep an eye on it yourself.

# Backup
refusal-backup-exists = There is already a file with that name. Choose another name for the backup.
refusal-nothing-to-back-up = The database is empty, so there is nothing to copy. Check DATABASE_URL.
refusal-database-newer = The database is from a newer version of pejl. Make the backup with that version.
refusal-database-damaged = The database is damaged: { $cause }. No backup was made. Restore the database from an earlier backup.
refusal-backup-unwritten = The backup could not be written: { $cause }. Check the folder, its permissions and the free space. Nothing was written.
refusal-backup-differs = The table { $table } in the backup does not agree with the database. The backup is deleted. Try again.
refusal-not-a-backup = The file is not a whole backup from pejl backup. It is something else, or part of it is missing. Use another file. Nothing was changed.
refusal-backup-damaged = The backup was changed or damaged after it was made: its checksum does not match. Use another copy. Nothing was changed.
refusal-backup-newer = The backup is from a newer version of pejl ({ $version }). Restore it with that version. Nothing was changed.
refusal-database-not-empty = The database is not empty: there is something in the table { $table }. Choose an empty database in DATABASE_URL. Nothing was changed.
refusal-restore-failed = The backup could not be restored: { $cause }. Correct the fault and try again. Nothing was changed, and the database is empty as before.
refusal-restored-table-differs = The table { $table } does not agree with the backup. Try again, or use another copy. Nothing was changed, and the database is empty as before.
refusal-restored-scores-differ = The scores of round { $round } do not agree with the backup. Try again, or use another copy. Nothing was changed, and the database is empty as before.
cli-backup-made = The backup { $path } is written: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
 } in { $tables } tables. Checksum: { $hash }
cli-restored = Restored: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
 } in { $tables } tables. All rows and all scores were compared with the backup and are equal (scores: { $scores }, rounds: { $rounds }).

# Chosen municipalities beside the country (/rounds/…/comparison)
comparison-short = Compare municipalities
comparison-title = Chosen municipalities and the whole country, round { $round }
comparison-link = Compare chosen municipalities with the whole country
comparison-lead = Choose a region, a municipality group or single municipalities. Where several things are chosen, only municipalities that fit all of them are included. Only municipalities that you may see one by one can be chosen.
comparison-municipalities = Municipalities
comparison-choose = { $count ->
    [0] Choose single municipalities
    [one] 1 municipality is chosen
   *[other] { $count } municipalities are chosen
 }
comparison-nobody = No municipality fits what is chosen.
comparison-everybody = All municipalities of the round are included. Choose fewer to see them beside the whole country.
comparison-beside = The group beside the whole country
comparison-figure-title = { $measure }: the whole country and { $group }, round { $round }
comparison-description = Mean of the municipalities' scores 0-100 now for the whole country and for the group, with the distance in points.
comparison-country-hidden = Cannot be compared with the whole country: its figure is withheld or rests on too few municipalities
comparison-group-now = The group now
comparison-country-now = The country now
comparison-group-change = Change of the group since the baseline
comparison-country-change = Change of the country since the baseline

# Slides for a whole meeting (/rounds/…/slides)
deck-title = Slides: { $about }, round { $round }
deck-short = Slides
deck-link = Slides for meetings and talks
deck-lead = A 16:9 slide for each figure. Choose those you need, and save them as a PDF or as pictures.
deck-choose = Which slides do you need?
deck-show = Show the chosen slides
deck-count = These are { $shown } of { $all } slides.
deck-pdf = Save as PDF
deck-pdf-explained = PDF: choose Print in your browser (Ctrl + P, on a Mac Cmd + P), and choose to save as PDF instead of printing. Each slide becomes one page.
deck-pictures = Download these slides as pictures (ZIP)
deck-pictures-explained = The file holds each slide both as SVG and as PNG. Both can be put into PowerPoint, where an SVG can be converted to shapes and edited.
deck-behind = See the figure with its numbers and explanation
deck-first = First slide
deck-method = Method and sources
deck-made = Made on { $day }.
deck-comparable = { $comparable } can be compared with the baseline.
deck-sources = Sources
deck-sources-explained = The answers are the municipalities' own assessments, handed in with { $service }. The recommendations are from { $edition }.
deck-gaps = The municipalities' distance from the whole country
deck-map-score = Map: score
deck-map-change = Map: change since the baseline
deck-trend = Round by round
deck-trend-packages = Round by round, per package
deck-trend-shares = Overall judgement in all rounds

# What has moved most (/rounds/…/movements)
movements-short = Largest changes
movements-title = Largest rises, falls and distances, round { $round }
movements-link = See what has moved most, and who is farthest from the country
movements-lead = Only figures with enough behind them are shown: municipalities at least { $municipalities }, answered cells at least { $cells }.
movements-packages = Packages
movements-areas = Areas
movements-recommendations = Recommendations
movements-municipalities = Municipalities
movements-gaps = Municipalities and the whole country
movements-figure-title = { $heading }, { $measure }, round { $round }
movements-nation-description = Mean of the municipalities' scores 0-100 at the baseline and now for the answers that can be compared, ordered by the change in points.
movements-recommendations-description = Share of municipalities that give the best answer, at the baseline and now, ordered by the change in percentage points. The shares are of all who answered in each round.
movements-municipalities-description = Each municipality's score 0-100 at the baseline and now for the answers that can be compared, ordered by the change in points.
movements-gaps-description = Each municipality's score 0-100 now beside the mean of the whole country, ordered by the distance in points.
movements-hidden = The figures can't be shown to you: the round is open, or there are too few municipalities that you can't see yourself.
movements-left-out = { $count ->
    [one] 1 is left out, because it rests on too little.
   *[other] { $count } are left out, because they rest on too little.
 }
movements-cut = The figure shows the { $shown } highest and the { $shown } lowest of { $all }.
movements-said-rise = Largest rise: { $name }, { $points }
movements-said-fall = Largest fall: { $name }, { $points }
movements-said-above = Farthest above the country: { $name }, { $points }
movements-said-below = Farthest below the country: { $name }, { $points }
movements-percentage-points = { $change } percentage points
movements-distance = Distance (points)
movements-cells = { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
 }
movements-cells-head = Cells
movements-file = Changes and distances in order
grid-ranking = Ranking
grid-ranking-about = What is ranked: packages, areas, recommendations, municipalities or gaps.
grid-rank = Place
grid-rank-about = Place in the ranking. 1 is the largest rise, or the farthest above the country.
grid-ranked-key-about = Key of the package, area or question, or the municipality's code.
grid-ranked-about = The package, area, recommendation or municipality.
grid-ranked-from = From
grid-ranked-from-about = Score or share in percent at the baseline. In the ranking gaps it is the mean of the whole country.
grid-ranked-to = To
grid-ranked-to-about = Score or share in percent now. In the ranking gaps it is the municipality's own.
grid-ranked-change-about = To less from, in points or percentage points.
grid-ranked-n-about = Municipalities behind the figure, or a municipality's cells.

# Map
map-title = The municipalities on a map: result { $round }
map-short = Map
map-link = See the municipalities on a map
map-lead = One figure for each municipality. Choose what the map shows.
map-figure = Figure
map-score = Score
map-change = Change since the baseline
map-drawn = Drawn as
map-outlines = Map
map-tiles = Squares
map-score-title = { $about }: score 0-100 in round { $round }
map-change-title = { $about }: change in points from round { $before } to round { $round }
map-description = Each municipality is coloured by its figure. The same figures are in the table under the drawing.
map-n = { $all ->
    [one] { $n } of 1 municipality has a figure.
   *[other] { $n } of { $all } municipalities have a figure.
 }
map-none = no figure
map-outside = not shown
map-large-rise = risen by more than 10 points
map-rise = risen by 3-10 points
map-steady = almost unchanged (at most 2 points)
map-fall = fallen by 3-10 points
map-large-fall = fallen by more than 10 points
map-credit = Simplified outlines from react-denmark-map 1.0.0 (MIT, Martin Polley). They say nothing about size or exact borders.
trend-title = { $name }: the latest rounds
trend-short = Trend
trend-link = Trend over the latest closed rounds
trend-country = The whole country
trend-lead = Up to ten of the latest closed rounds side by side. Each score rests on the questions that were asked in that round.
trend-none = No round is closed yet.
trend-all = All packages
trend-edition = Edition { $edition }
trend-chart-title = { $measure } round by round, { $name }
trend-packages-title = { $measure } per package, round by round, { $name }
trend-areas-title = { $measure } per area, round by round, { $name }
trend-multiples-description = A small figure for each package or area with the score from 0 to 100 on the same axis of time. The numbers of the first and the newest score stand at their points, all numbers in the table.
trend-caption-country-small = Mean of the municipalities' scores 0-100, each municipality counting once. Hollow, grey points rest on fewer than five municipalities.
trend-shares = The answers in all rounds
trend-shares-lead = How large a part of the municipalities gives each answer, in each of the rounds. A round is missing where the question can't be compared with the newest wording.
trend-key-shares = Key questions in all rounds, the whole country
trend-package-shares = Overall judgement per package in all rounds, the whole country
trend-shares-said = { $subject }: { $now } give the best answer in { $until }, against { $then } in { $since }
trend-description = A row for each package. The points show each round's score from 0 to 100 with the number above. A dashed line shows where the edition changes.
trend-caption-country = Mean of the municipalities' scores 0-100, each counting once. Under each point stands how many municipalities it rests on (n). Hollow, grey points rest on fewer than five.
trend-caption-municipality = The municipality's own score 0-100, with the whole country behind it.
trend-caption-break = A line joins only rounds that use the same edition, ask the same questions and count answers in the same way. Figures on either side of a dashed line cannot be compared. Coverage is in the table.
trend-n = n = { $n }
trend-cell-beside = { $own }; whole country { $score } (n = { $n })
trend-cell-country = { $score } (n = { $n }, coverage { $coverage })
trend-cell-municipality = { $score } ({ $n ->
    [one] 1 cell
   *[other] { $n } cells
 }, coverage { $coverage })
