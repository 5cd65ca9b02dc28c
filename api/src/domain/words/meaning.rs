//! What rules ask of words.

use chrono::{DateTime, Utc};

use super::{CaseAction, Channel, Light, ReporterKind, Role, Satisfaction, Sector, TaskKind};

impl Channel {
    /// 线上 or 线下, as plan A2 prints it.
    pub const fn mode_label(self) -> &'static str {
        match self {
            Self::OnlineHall | Self::SuggestionPlatform => "线上",
            _ => "线下",
        }
    }
}

impl Light {
    /// The light at `now` of a deadline with this warning.
    pub fn at(now: DateTime<Utc>, amber_at: DateTime<Utc>, due_at: DateTime<Utc>) -> Self {
        if now >= due_at {
            Self::Red
        } else if now >= amber_at {
            Self::Amber
        } else {
            Self::Green
        }
    }
}

impl TaskKind {
    /// Whose inbox it stands in.
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Screen | Self::Settle => &[Role::Intake, Role::ResidentButler, Role::Butler],
            Self::GiveOpinion | Self::Receive | Self::Handle | Self::CoHandle => &[Role::Handler, Role::UnitHead],
            Self::Dispatch => &[Role::Lead, Role::Butler],
            Self::Rule => &[Role::Lead],
            Self::DecideExtension | Self::Verify | Self::AnswerDissatisfaction | Self::DecideReopen => {
                &[Role::Lead, Role::Office]
            }
            Self::DecideCoordination | Self::DecideMeeting | Self::Coordinate => &[Role::Lead, Role::ChiefButler],
            Self::DecideReferral | Self::HoldMeeting | Self::WatchReferral => &[Role::Office],
        }
    }

    /// The command that is mostly given to do it; none where that is a meeting's or a sheet's.
    pub const fn action(self) -> Option<CaseAction> {
        match self {
            Self::Screen => Some(CaseAction::Accept),
            Self::Settle => Some(CaseAction::SolveOnTheSpot),
            Self::GiveOpinion => Some(CaseAction::GiveOpinion),
            Self::Dispatch => Some(CaseAction::Dispatch),
            Self::Rule => Some(CaseAction::Rule),
            Self::Receive => Some(CaseAction::Receive),
            Self::Handle => Some(CaseAction::GiveFeedback),
            Self::CoHandle => Some(CaseAction::GiveCoOpinion),
            Self::DecideExtension => Some(CaseAction::DecideExtension),
            Self::DecideCoordination => Some(CaseAction::Raise),
            Self::Verify => Some(CaseAction::RecordCallback),
            Self::Coordinate => Some(CaseAction::ReportCoordinated),
            Self::WatchReferral => Some(CaseAction::RecordReply),
            Self::AnswerDissatisfaction => Some(CaseAction::AnswerDissatisfaction),
            Self::DecideReopen => Some(CaseAction::Reopen),
            Self::DecideMeeting => Some(CaseAction::SubmitToMeeting),
            Self::DecideReferral => Some(CaseAction::ReferUp),
            Self::HoldMeeting => None,
        }
    }
}

impl Satisfaction {
    /// Whether the reporter is to be answered: 不满意, 非常不满意.
    pub const fn is_dissatisfied(self) -> bool {
        matches!(self, Self::Dissatisfied | Self::VeryDissatisfied)
    }
}

impl Sector {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::GovernmentService => Self::BusinessService,
            Self::BusinessService => Self::GovernmentService,
        }
    }
}

impl ReporterKind {
    /// Whether the name is that of an organisation in a public register, so not personal data.
    /// A self-employed person's 字号 may be a personal name and counts as personal.
    pub const fn has_public_name(self) -> bool {
        matches!(self, Self::Company | Self::SocialOrganisation | Self::Institution)
    }
}
