/** All texts on screen: this bundle turns the codes of the rules into custom labels and sentences. */
export { listNames, sentenceForDay, sentenceForFoundUser, sentenceForMail } from './accessLabels.ts';
export { accountLabels, sentenceForAccount, sentenceForAccountCard } from './accountLabels.ts';
export { adminLabels, askAdmin, introForAdmin, sentenceForLack } from './adminLabels.ts';
export { fill, fillShown, forCount } from './fill.ts';
export { cardFor, checkNameFor, dayText, fixLabelFor, sentenceFor } from './findingLabels.ts';
export { failureLabels, sentenceForFailure, sentenceForRetry, type FailureNames } from './failureLabels.ts';
export { fieldLabels, formLabels, sentenceForProblem } from './formLabels.ts';
export { sentenceForNumbered } from './nameLabels.ts';
export { loginTextFor, toProfileChoices, usageOf, type LoginText, type ProfileChoice } from './profileLabels.ts';
export { labels, sentenceForContact } from './screenLabels.ts';
export { seatLabels, sentenceForSeats } from './seatLabels.ts';
export { statusLabels } from './statusLabels.ts';
