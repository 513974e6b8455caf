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
