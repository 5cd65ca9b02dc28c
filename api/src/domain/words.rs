//! The words of the plan: every enumeration with its code (API, database) and its Chinese label
//! (screen, paper), in one place. [`dictionary`] is what the API publishes of them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::RefOr;
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};

use super::cause::{Cause, Causes};

/// One word: its code and its Chinese label.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Word {
    /// The code, as it stands in JSON.
    pub code: Cow<'static, str>,
    /// The Chinese label.
    pub label: Cow<'static, str>,
    /// Whether it only stands in what there is already, and can't be chosen any more.
    pub retired: bool,
}

impl Word {
    fn of(code: &'static str, label: &'static str) -> Self {
        Self { code: code.into(), label: label.into(), retired: false }
    }
}

/// One list of words: an enumeration, or a list that the district edits.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WordList {
    /// The enumeration's name in code.
    pub name: &'static str,
    /// Its Chinese name.
    pub label: &'static str,
    /// Its words, in their natural order.
    pub words: Vec<Word>,
}

/// A string that is no word of the enumeration asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownWord(pub String);

impl std::fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "无此取值：{}", self.0)
    }
}

impl std::error::Error for UnknownWord {}

/// The schema of an enumeration: its codes, and their labels as `x-labels`.
fn schema(label: &str, words: impl Iterator<Item = (&'static str, &'static str)>) -> RefOr<Schema> {
    let words: Vec<_> = words.collect();
    let labels: serde_json::Map<String, serde_json::Value> =
        words.iter().map(|(code, label)| ((*code).to_owned(), (*label).into())).collect();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(label))
        .enum_values(Some(words.iter().map(|(code, _)| *code)))
        .extensions(Some(ExtensionsBuilder::new().add("x-labels", labels).build()))
        .into()
}

macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident $zh:literal { $($(#[doc = $vdoc:literal])* $variant:ident $code:literal $label:literal,)+ })+) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
            pub enum $name {
                $(#[doc = $label] $(#[doc = $vdoc])* #[serde(rename = $code)] $variant,)+
            }

            impl $name {
                /// All words, in their natural order.
                pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

                /// The code, as in JSON and the database.
                pub const fn as_str(self) -> &'static str {
                    match self { $(Self::$variant => $code,)+ }
                }

                /// The Chinese label.
                pub const fn label(self) -> &'static str {
                    match self { $(Self::$variant => $label,)+ }
                }

                fn list() -> WordList {
                    WordList {
                        name: stringify!($name),
                        label: $zh,
                        words: Self::ALL.iter().map(|w| Word::of(w.as_str(), w.label())).collect(),
                    }
                }
            }

            impl utoipa::PartialSchema for $name {
                fn schema() -> RefOr<Schema> {
                    schema($zh, Self::ALL.iter().map(|w| (w.as_str(), w.label())))
                }
            }

            impl ToSchema for $name {}

            impl std::str::FromStr for $name {
                type Err = UnknownWord;
                fn from_str(s: &str) -> Result<Self, UnknownWord> {
                    Self::ALL.iter().copied().find(|w| w.as_str() == s).ok_or_else(|| UnknownWord(s.to_owned()))
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(self.label())
                }
            }
        )+

        /// The enumerations of this file, with their labels.
        pub(super) fn lists() -> Vec<WordList> {
            vec![$($name::list(),)+]
        }
    };
}

mod event_type;
mod level;
mod meaning;

pub use event_type::EventType;
pub use level::ResponseLevel;

/// Every enumeration with its labels, and the district's causes.
pub fn dictionary(causes: &Causes) -> Vec<WordList> {
    let cause = |cause: &Cause| Word {
        code: cause.id.to_string().into(),
        label: cause.name.to_string().into(),
        retired: cause.retired,
    };
    let mut all = lists();
    all.extend(event_type::lists());
    all.push(WordList { name: "Cause", label: "成因", words: causes.iter().map(cause).collect() });
    all
}

words! {
    /// The field a problem belongs to (plan §4): each has its lead unit.
    Sector "问题所属领域" {
        GovernmentService "government_service" "政务服务",
        BusinessService "business_service" "商事服务",
    }

    /// How a problem came in (plan §3).
    Channel "受理途径" {
        DistrictHall "district_hall" "区政务服务大厅",
        ProfessionalHall "professional_hall" "专业政务服务大厅",
        SubdistrictHall "subdistrict_hall" "街道政务服务大厅",
        Unit "unit" "部门、街道",
        OnlineHall "online_hall" "网上办事大厅",
        SuggestionPlatform "suggestion_platform" "建议收集平台",
        Butler "butler" "紫金服务管家",
        ResidentButler "resident_butler" "紫金驻企专员",
    }

    /// Who reported the problem.
    ReporterKind "反映人类别" {
        Company "company" "企业",
        SelfEmployed "self_employed" "个体工商户",
        SocialOrganisation "social_organisation" "社会组织",
        Institution "institution" "事业单位",
        Person "person" "自然人",
    }

    /// In what way the matter could not be done (plan §3).
    Failure "未办成情形" {
        NotAccepted "not_accepted" "未成功受理",
        NotApproved "not_approved" "未成功审批",
        RepeatedlyUnsolved "repeatedly_unsolved" "多次未解决",
    }

    /// Why an attempt to reach the reporter doesn't count.
    AttemptFault "尝试不计入的原因" {
        BeforeResult "before_result" "在本次反馈结果之前",
        OutsideHours "outside_hours" "不在规定的时间内",
        TooSoon "too_soon" "距上一次太近",
    }

    /// Where a result comes from.
    ResultSource "结果来源" {
        Feedback "feedback" "承办单位反馈",
        Coordination "coordination" "协调结果",
        Resolution "resolution" "联席会议定",
        Reply "reply" "上级答复",
    }

    /// Why a problem is outside the plan (plan §3).
    OutOfScope "不属范围情形" {
        LawEnforcement "law_enforcement" "涉法",
        Litigation "litigation" "涉诉",
        Petition "petition" "涉访",
        NoApplicationMatter "no_application_matter" "非依申请事项",
        OtherDistrict "other_district" "非本区事权",
    }

    /// Why the lead gives a case back to intake.
    IntakeReturn "退回受理情形" {
        TooSimple "too_simple" "事项简单，可当场办理",
        FactsMissing "facts_missing" "情况不清或材料不全",
    }

    /// Why a unit says that a case isn't its business.
    ReturnReason "退回原因" {
        NotOurDuty "not_our_duty" "不属本单位职责",
        OtherUnitLeads "other_unit_leads" "应由其他单位主办",
        OtherLevel "other_level" "属市级或其他层级事权",
        OtherPlace "other_place" "不在本单位管辖区域",
        WrongFacts "wrong_facts" "交办事实有误",
    }

    /// How the reporter was told.
    ToldBy "告知方式" {
        Phone "phone" "电话",
        Message "message" "短信",
        InPerson "in_person" "当面",
        Letter "letter" "书面",
        Online "online" "线上",
        Unreachable "unreachable" "无法联系",
    }

    /// By what a withdrawal is proved.
    WithdrawalProof "撤回凭据" {
        Code "code" "查询码",
        SignedPaper "signed_paper" "书面签字",
        Call "call" "其他单位电话核实",
    }

    /// Where a case stands, and so in whose hands it is.
    CaseState "事项状态" {
        Registered "registered" "已登记，待研判",
        UnderReview "under_review" "符合性判断中",
        Accepted "accepted" "已受理（三级响应）",
        AwaitingDispatch "awaiting_dispatch" "待派发（二级响应）",
        InProgress "in_progress" "办理中",
        AwaitingVerification "awaiting_verification" "待核查",
        UnderCoordination "under_coordination" "提级协调中",
        AwaitingJointMeeting "awaiting_joint_meeting" "待联席会（一级响应）",
        ReferredUp "referred_up" "已上报",
        Closed "closed" "已办结",
    }

    /// How a case ended.
    Outcome "办理结果" {
        Solved "solved" "已解决",
        Explained "explained" "已解释说明",
        Unsolved "unsolved" "未解决",
        OutOfScope "out_of_scope" "不属范围",
        Duplicate "duplicate" "重复件",
        Withdrawn "withdrawn" "已撤回",
    }

    /// What may be done to a case: one command, one actor, one event.
    CaseAction "事项命令" {
        Register "register" "登记",
        Correct "correct" "更正",
        AddMaterial "add_material" "补充材料",
        CorrectContact "correct_contact" "更正联系方式",
        Note "note" "记事",
        AddAttachment "add_attachment" "上传附件",
        PurgeClassified "purge_classified" "清除涉密内容",
        RequestOpinion "request_opinion" "征求符合性意见",
        GiveOpinion "give_opinion" "作出符合性判断",
        DeclineOpinion "decline_opinion" "不予判断",
        RecallOpinion "recall_opinion" "撤回征求意见",
        Accept "accept" "受理",
        CloseOutOfScope "close_out_of_scope" "不属范围办结",
        Explain "explain" "解释说明办结",
        SolveOnTheSpot "solve_on_the_spot" "当场办结",
        PassOn "pass_on" "转派发",
        Dispatch "dispatch" "派发",
        Receive "receive" "签收",
        GiveCoOpinion "give_co_opinion" "提交协办意见",
        GiveFeedback "give_feedback" "反馈结果",
        RecordCallback "record_callback" "记录回访",
        VerifySolved "verify_solved" "核查办结",
        SendBack "send_back" "退回重办",
        Raise "raise" "提级协调",
        ReportCoordinated "report_coordinated" "报告协调结果",
        HandOver "hand_over" "移交受理单位",
        ReturnToIntake "return_to_intake" "退回受理",
        HandOverSector "hand_over_sector" "移交领域",
        RuleSector "rule_sector" "裁定领域",
        Return "return" "退回",
        Rule "rule" "裁定",
        AddCo "add_co" "增加协办",
        RequestExtension "request_extension" "申请延期",
        DecideExtension "decide_extension" "审批延期",
        RequestCoordination "request_coordination" "申请提级协调",
        RefuseCoordination "refuse_coordination" "不予提级协调",
        Withdraw "withdraw" "撤回",
        CloseDuplicate "close_duplicate" "重复件办结",
        CloseUnsolved "close_unsolved" "未解决办结",
        Answer "answer" "告知结果",
        Rate "rate" "评价",
        AnswerDissatisfaction "answer_dissatisfaction" "答复不满意",
        RequestReopen "request_reopen" "申请重新办理",
        Reopen "reopen" "重新办理",
        RefuseReopen "refuse_reopen" "不予重新办理",
        ProposeMeeting "propose_meeting" "提请联席会",
        SubmitToMeeting "submit_to_meeting" "提交联席会",
        Remand "remand" "退回协调",
        RequestReferral "request_referral" "申请上报",
        ReferUp "refer_up" "上报",
        RefuseReferral "refuse_referral" "不予上报",
        RecordReply "record_reply" "记录上级答复",
        RecallReferral "recall_referral" "撤回上报",
    }

    /// What may be done to a work order.
    SheetAction "工作单命令" {
        Draft "draft" "拟制",
        Redraft "redraft" "改单位或时限",
        AddCase "add_case" "加入事项",
        RemoveCase "remove_case" "移出事项",
        AskConfirmation "ask_confirmation" "请单位确认",
        Confirm "confirm" "确认承办",
        Decline "decline" "不予确认",
        Dispatch "dispatch" "派发",
        Cancel "cancel" "取消工作单",
    }

    /// Where a work order stands.
    SheetState "工作单状态" {
        Draft "draft" "拟制中",
        AwaitingConfirmation "awaiting_confirmation" "待确认",
        Dispatched "dispatched" "已派发",
        Settled "settled" "已了结",
        Cancelled "cancelled" "已取消",
    }

    /// What has a history in the log.
    Noun "对象" {
        Case "case" "事项",
        WorkOrder "work_order" "工作单",
        Meeting "meeting" "联席会",
        PolicyIssue "policy_issue" "政策限制类问题",
        Unit "unit" "单位",
        User "user" "用户",
        Calendar "calendar" "工作日历",
        Settings "settings" "设置",
    }

    /// What may be done to a joint meeting.
    MeetingAction "联席会命令" {
        Plan "plan" "筹备",
        AddCases "add_cases" "列入议题",
        RemoveCase "remove_case" "撤下议题",
        Arrange "arrange" "调整议程",
        Call "call" "召集",
        Hold "hold" "记录召开",
        Resolve "resolve" "议定",
        Sign "sign" "签发",
        Cancel "cancel" "取消",
    }

    /// Where a joint meeting stands.
    MeetingState "联席会状态" {
        Planned "planned" "筹备中",
        Called "called" "已召集",
        Held "held" "已召开",
        Signed "signed" "已签发",
        Cancelled "cancelled" "已取消",
    }

    /// What is decided on a case by the joint meeting, or by the upper body's reply.
    Disposition "议定去向" {
        Assign "assign" "交办",
        Solved "solved" "已解决",
        ReferUp "refer_up" "上报",
        Explain "explain" "解释说明",
        Unsolved "unsolved" "未解决",
        BackToCoordination "back_to_coordination" "退回协调",
        Defer "defer" "暂缓",
    }

    /// Where a policy issue stands.
    PolicyIssueState "政策限制类问题状态" {
        Open "open" "待报送",
        Reported "reported" "已报送",
    }

    /// Whether a unit handles a case itself or helps.
    AssignmentKind "承办方式" {
        Main "main" "主办",
        Co "co" "协办",
    }

    /// Where one unit's share of a case stands.
    AssignmentState "交办状态" {
        Open "open" "办理中",
        Answered "answered" "已反馈",
        Returned "returned" "已退回",
        Raised "raised" "已提级",
        Ended "ended" "已终止",
        Closed "closed" "已终结",
    }

    /// What waits for somebody (待办).
    TaskKind "待办类别" {
        Screen "screen" "待研判",
        Settle "settle" "待处理",
        GiveOpinion "give_opinion" "待作符合性判断",
        Dispatch "dispatch" "待派发",
        Rule "rule" "待裁定",
        Receive "receive" "待签收",
        Handle "handle" "待反馈",
        CoHandle "co_handle" "待提交协办意见",
        DecideExtension "decide_extension" "待审批延期",
        DecideCoordination "decide_coordination" "待决定是否提级",
        Verify "verify" "待核查回访",
        Coordinate "coordinate" "待协调",
        HoldMeeting "hold_meeting" "待上会",
        WatchReferral "watch_referral" "待上级答复",
        AnswerDissatisfaction "answer_dissatisfaction" "待答复不满意",
        DecideReopen "decide_reopen" "待决定是否重办",
        DecideMeeting "decide_meeting" "待决定是否上会",
        DecideReferral "decide_referral" "待决定是否上报",
    }

    /// What should be done within its time; shown, not binding.
    Target "时限目标" {
        Contact "contact" "联系反映人",
        Dispatch "dispatch" "派发",
        Verification "verification" "核查",
    }

    /// Which deadline of a unit.
    DueKind "时限类别" {
        Opinion "opinion" "符合性判断",
        Return "return" "退回",
        Main "main" "主办",
        MainOriginal "main_original" "原定主办",
        Co "co" "协办",
        CoOriginal "co_original" "原定协办",
        Contact "contact" "联系反映人目标",
        Dispatch "dispatch" "派发目标",
        Verification "verification" "核查目标",
        Confirmation "confirmation" "工作单确认",
        Reopening "reopening" "答复重新办理申请",
        Answer "answer" "答复不满意",
    }

    /// How a deadline stands at this moment.
    Light "时限灯" {
        Green "green" "正常",
        Amber "amber" "临近",
        Red "red" "超期",
    }

    /// The five grades of 政务服务“好差评” (GB/T 39735), best first.
    Satisfaction "满意度" {
        VerySatisfied "very_satisfied" "非常满意",
        Satisfied "satisfied" "满意",
        BasicallySatisfied "basically_satisfied" "基本满意",
        Dissatisfied "dissatisfied" "不满意",
        VeryDissatisfied "very_dissatisfied" "非常不满意",
    }

    /// What an attachment is, by its content.
    FileKind "附件类型" {
        Pdf "pdf" "PDF 文档",
        Jpeg "jpeg" "JPEG 图片",
        Png "png" "PNG 图片",
        Webp "webp" "WebP 图片",
        Heic "heic" "HEIC 图片",
        Doc "doc" "Word 97 文档",
        Docx "docx" "Word 文档",
        Xls "xls" "Excel 97 表格",
        Xlsx "xlsx" "Excel 表格",
        Ofd "ofd" "OFD 版式文档",
        Text "text" "纯文本",
    }

    /// What a note records.
    NoteKind "记事类别" {
        General "general" "一般记事",
        Contacted "contacted" "首次联系反映人",
    }

    /// Of what a post is told.
    NoticeKind "通知类别" {
        ToScreen "to_screen" "待研判",
        OpinionRequested "opinion_requested" "待作符合性判断",
        OpinionAnswered "opinion_answered" "符合性意见有答复",
        OpinionRecalled "opinion_recalled" "征求意见已撤回",
        ToDispatch "to_dispatch" "待派发",
        ToRule "to_rule" "待裁定",
        ToConfirm "to_confirm" "待确认承办",
        SheetConfirmed "sheet_confirmed" "工作单已确认",
        SheetDeclined "sheet_declined" "工作单不予确认",
        SheetCancelled "sheet_cancelled" "工作单已取消",
        Dispatched "dispatched" "新派发事项",
        CoDispatched "co_dispatched" "新协办事项",
        Returned "returned" "责任单位退回",
        CoReturned "co_returned" "协办单位退回",
        ReceiptPresumed "receipt_presumed" "视为签收",
        CoOpinionGiven "co_opinion_given" "协办意见已提交",
        ToDecideExtension "to_decide_extension" "待审批延期",
        ExtensionGranted "extension_granted" "延期获准",
        ExtensionRefused "extension_refused" "延期未获准",
        ToDecideCoordination "to_decide_coordination" "待决定是否提级",
        CoordinationRefused "coordination_refused" "提级未获同意",
        Overdue "overdue" "超期",
        LongOverdue "long_overdue" "超期多日",
        ToVerify "to_verify" "待核查",
        SentBack "sent_back" "退回重办",
        ToCoordinate "to_coordinate" "待协调",
        AssignmentEnded "assignment_ended" "承办任务终止",
        SpotCallUnsolved "spot_call_unsolved" "抽查回访表示未解决",
        ToAnswer "to_answer" "待答复不满意",
        Closed "closed" "已办结",
        ToDecideReopen "to_decide_reopen" "待决定是否重办",
        ReopenRefused "reopen_refused" "不予重新办理",
        Reopened "reopened" "重新办理",
        ToSubmit "to_submit" "待决定是否上会",
        ToMeet "to_meet" "待安排联席会",
        ToDecideReferral "to_decide_referral" "待决定是否上报",
        ReferralRefused "referral_refused" "上报未获同意",
        ReferredUp "referred_up" "已上报",
        DeadlineMoved "deadline_moved" "时限调整",
        MeetingCalled "meeting_called" "联席会召集",
        MeetingCancelled "meeting_cancelled" "联席会取消",
        Amber "amber" "临近时限",
    }

    /// What a person acts as; given to a person in a unit.
    Role "岗位" {
        Intake "intake" "窗口/专班受理",
        ResidentButler "resident_butler" "驻企专员",
        Butler "butler" "服务管家",
        ChiefButler "chief_butler" "总管家",
        Handler "handler" "责任单位经办/专班",
        UnitHead "unit_head" "单位负责人",
        Lead "lead" "牵头部门",
        Office "office" "区营商办",
        Supervisor "supervisor" "领导小组办公室（督查考核）",
        Leader "leader" "领导小组",
        Auditor "auditor" "审计",
        Admin "admin" "系统管理员",
        Integration "integration" "接入系统",
    }

    /// What kind of body a unit is.
    UnitKind "单位类别" {
        PartyOrgan "party_organ" "区委部门",
        Department "department" "政府部门",
        Vertical "vertical" "垂管单位",
        Branch "branch" "派出机构",
        Institution "institution" "事业单位",
        MassOrganisation "mass_organisation" "群团",
        PublicUtility "public_utility" "国企公用事业",
        Subdistrict "subdistrict" "街道",
        Hall "hall" "政务服务大厅",
        ButlerUnit "butler_unit" "管家单位",
        ChiefButler "chief_butler" "总管家",
        Office "office" "区营商办",
        LeadingGroupOffice "leading_group_office" "领导小组办公室",
        LeadingGroup "leading_group" "领导小组",
    }

    /// What a unit does for a whole sector.
    Duty "领域职责" {
        /// It leads the sector (plan §4).
        Lead "lead" "牵头",
        /// It coordinates the sector's stuck cases, where that isn't the lead.
        Coordination "coordination" "协调",
    }

    /// Which part of a reporter's personal data is asked for in the clear.
    PersonalField "个人信息字段" {
        Name "name" "姓名",
        ContactPerson "contact_person" "联系人",
        Phone "phone" "联系电话",
        IdNumber "id_number" "身份证号",
        CreditCode "credit_code" "统一社会信用代码",
        Agent "agent" "代理人",
        Account "account" "群众反映记录",
    }
}
