import reviewTitle from '@salesforce/label/c.ExternalUser_ReviewTitle';
import reviewWaiting from '@salesforce/label/c.ExternalUser_ReviewWaiting';
import reviewNone from '@salesforce/label/c.ExternalUser_ReviewNone';
import reviewSince from '@salesforce/label/c.ExternalUser_ReviewSince';
import reviewSinceUnknown from '@salesforce/label/c.ExternalUser_ReviewSinceUnknown';
import reviewScore from '@salesforce/label/c.ExternalUser_ReviewScore';
import reviewApprove from '@salesforce/label/c.ExternalUser_ReviewApprove';
import reviewReject from '@salesforce/label/c.ExternalUser_ReviewReject';
import reviewApproveName from '@salesforce/label/c.ExternalUser_ReviewApproveName';
import reviewRejectName from '@salesforce/label/c.ExternalUser_ReviewRejectName';
import reviewAskApprove from '@salesforce/label/c.ExternalUser_ReviewAskApprove';
import reviewReason from '@salesforce/label/c.ExternalUser_ReviewReason';
import reviewReasonHelp from '@salesforce/label/c.ExternalUser_ReviewReasonHelp';
import reviewReasonMissing from '@salesforce/label/c.ExternalUser_ReviewReasonMissing';
import reviewPerson from '@salesforce/label/c.ExternalUser_ReviewPerson';
import reviewDecided from '@salesforce/label/c.ExternalUser_ReviewDecided';
import reviewOpen from '@salesforce/label/c.ExternalUser_ReviewOpen';
import reviewNotSaved from '@salesforce/label/c.ExternalUser_ReviewNotSaved';
import reviewUnreadable from '@salesforce/label/c.ExternalUser_ReviewUnreadable';
import reviewUnanswered from '@salesforce/label/c.ExternalUser_ReviewUnanswered';

/** The labels of the review of requested contacts; `fill` completes those with placeholders (`{0}`). */
export const reviewLabels = {
  title: reviewTitle,
  waiting: reviewWaiting,
  none: reviewNone,
  since: reviewSince,
  sinceUnknown: reviewSinceUnknown,
  score: reviewScore,
  approve: reviewApprove,
  reject: reviewReject,
  approveName: reviewApproveName,
  rejectName: reviewRejectName,
  askApprove: reviewAskApprove,
  reason: reviewReason,
  reasonHelp: reviewReasonHelp,
  reasonMissing: reviewReasonMissing,
  person: reviewPerson,
  decided: reviewDecided,
  open: reviewOpen,
  notSaved: reviewNotSaved,
  unreadable: reviewUnreadable,
  unanswered: reviewUnanswered
} as const;
