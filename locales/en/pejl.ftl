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

# Respondents: landing page, overview, answering, handing in, handing over
answer-autosave-failed = Not saved. We will try again shortly.
answer-by = Answered by { $name }
answer-closed-read = You can still read the answers.
answer-comment = For the consultant
answer-comment-hint = Read by the municipality's coordinator and the consultant.
answer-comments = Add a remark
answer-comments-change = Change the remark
answer-conflict = { $name } has answered meanwhile: { $answer }. Your answer is not saved. Choose the answer that shall stand, and save again.
answer-conflict-link = Question { $number }: { $name } has answered too
answer-conflict-summary = Somebody else has answered at the same time
answer-fault-long = Write at most { $limit } characters
answer-fault-long-link = Question { $number }: the text is too long
answer-fault-option = Choose one of the answers
answer-fault-option-link = Question { $number }: choose one of the answers
answer-fault-question = One of the answers does not belong here. Reload the page.
answer-fault-summary = Not everything was saved
answer-general = Across the packages
answer-last-time = Last time ({ $round })
answer-lead = { $questions ->
    [one] 1 question
   *[other] { $questions } questions
 }, about { $minutes } min. Answers are saved as you go. Deadline: { $deadline }.
answer-limit = At most { $limit } characters
answer-no-answer = Not answered
answer-nothing-chosen = nothing chosen
answer-nothing-to-answer = There are no questions in this section this year.
answer-optional = (optional)
answer-privacy = Do not write personal data about citizens.
answer-progress = { $answered } of { $questions } answered
answer-question = Question { $number }
answer-quote = May be quoted
answer-quote-hint = May appear in reports, without your name.
answer-reason = Reason
answer-reason-hint = Needed when you choose "{ $option }".
answer-save = Save and continue
answer-save-later = Save and continue later
answer-saved = Saved at { $time }
answer-saved-not-all = Saved at { $time }, but not question { $number }: { $fault }.
answer-step = Step { $step } of { $steps }
answer-steps = Steps
answer-word-error = Error
answer-word-info = Information
answer-word-success = Done
answer-word-warning = Note

handover-back = Back
handover-current = The section is handed over to { $name }. If you send it to somebody else, the old link stops working.
handover-email = Work e-mail
handover-email-missing = Write the e-mail address
handover-hint = As in name@example.org
handover-name = Name
handover-section = Hand over to a colleague
handover-section-lead = Your colleague gets an e-mail with a link to this section alone. You can see who answered what, and it is still you who hands in.
handover-section-send = Send the link
handover-section-title = Hand over the section { $area }
handover-summary = Correct the name or the e-mail address
handover-take-home = Take the section back
handover-whole = It is not me
handover-whole-done = Thank you. { $name } gets an e-mail with a new link
handover-whole-done-lead = Your own link no longer works. Answers already given are kept.
handover-whole-lead = Are you no longer { $post }? Tell us who is, and we send the questions on. Your own link stops working.
handover-whole-send = Send the questions on
handover-whole-title = Who should be asked instead?

section-all-handed-in = Everything is handed in. Thank you for your help!
section-answers = See the answers
section-asks = { $missing ->
    [one] 1 answer is missing. Hand in anyway?
   *[other] { $missing } answers are missing. Hand in anyway?
 }
section-asks-lead = Questions without an answer do not count in the result. If in doubt, you can choose "Do not know".
section-asks-first = Answer them first
section-change = Change
section-continue = Continue
section-deadline = Deadline: { $deadline }
section-hand-in = Hand in the section
section-hand-in-all = Hand in everything
section-hand-in-anyway = Hand in anyway
section-handed-in = Handed in
section-handed-in-at = Handed in { $date } at { $time }
section-handed-in-read = The section is handed in. Take it back if you want to change something.
section-helper-done = When you are done, there is nothing more to do: { $name } hands in the section.
section-helper-title = Your section
section-lacks-reasons = A reason is missing
section-lacks-reasons-link = { $area }, question { $number }: write a reason
section-missing = { $missing ->
    [one] 1 question has no answer
   *[other] { $missing } questions have no answer
 }
section-none-handed-in = Nothing is handed in yet.
section-not-started = Not started
section-open = To the section
section-overview = Overview
section-overview-lead = You have answered { $answered } of { $questions } questions. Deadline: { $deadline }.
section-overview-title = Your sections
section-print = Print
section-receipt = See the receipt
section-receipt-lead = This is what you answered. You can take a section back and change it until { $deadline }.
section-receipt-lead-closed = This is what you answered.
section-receipt-mail = You also get a receipt by e-mail.
section-receipt-title = Thank you for your answers
section-saved = Your answers are saved. Use the link in your e-mail when you want to continue. The deadline is { $deadline }.
section-started = { $answered } of { $questions }
section-summary = Check and hand in
section-summary-lead = You have answered { $answered } of { $questions } questions. Nothing counts until it is handed in.
section-take-back = Take back and change
section-to-helper = Handed over to { $name }
section-your-answers = Answers in { $area }

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
welcome-helper-lead-use = { $name }, who hands in the section, sees your answers under your name.
welcome-helper-title = Will you help with one section?
welcome-lead = You are asked as { $post }: How far have you come with the Danish Health Authority's prevention packages?
welcome-lead-name = Hello { $name }
welcome-not-me = Are you not { $post }? Send the questions on
welcome-on-behalf = You answer for
welcome-pause = You can take a break at any time. Answers are saved as you go, and the link in your e-mail works until the deadline.
welcome-share = If a colleague can answer a section better, you can hand it over.
welcome-start = Start
welcome-time = Time
welcome-time-text = About { $minutes } min.
welcome-title = How far have you come with prevention?
welcome-to-answers = See the answers
welcome-use = How the answers are used
welcome-use-names = You answer on behalf of your area. The answers are not anonymous: the municipality's coordinator and the consultants can see what was answered.
welcome-use-quote = Only what you write under "May be quoted" may appear in reports, and never with your name.
welcome-use-why = The answers show where the municipality has moved on since last time, and where most is to be won.
