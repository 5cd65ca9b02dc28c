//! The one error type and the one table of codes: what a program reads (`code`, status) and what
//! a person reads (Chinese title and detail). Private context goes to the log only.

use diesel::result::DatabaseErrorKind;
use serde::Serialize;
use utoipa::ToSchema;

macro_rules! codes {
    ($($variant:ident $code:literal $status:literal $title:literal,)+) => {
        /// A stable code of what went wrong, with its HTTP status and Chinese title.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $(#[doc = $title] $variant,)+ }

        impl Code {
            /// All codes there are.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable code that programs rely on.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The HTTP status that goes with it.
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status,)+ }
            }

            /// The Chinese title.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }
        }
    };
}

codes! {
    // 400 to 405: the request itself
    BadJson "bad_json" 400 "请求内容不是有效的 JSON",
    BadRequest "bad_request" 400 "请求无法理解",
    NotSignedIn "not_signed_in" 401 "尚未登录或登录已失效",
    WrongPassword "wrong_password" 401 "用户名或密码不正确",
    RoleMayNot "role_may_not" 403 "当前岗位无此权限",
    NotYours "not_yours" 403 "此事不在您手中",
    Segregation "segregation" 403 "承办单位应当回避",
    OwnAccount "own_account" 403 "不能办理自己的账号",
    PasswordChangeRequired "password_change_required" 403 "须先修改初始密码",
    NotFound "not_found" 404 "没有找到",
    MethodNotAllowed "method_not_allowed" 405 "此地址不支持该方法",
    // 409: the state does not allow it
    WrongState "wrong_state" 409 "当前状态不能这样做",
    AlreadyReceived "already_received" 409 "已经签收",
    AlreadyAnswered "already_answered" 409 "已经提交",
    OpinionRequired "opinion_required" 409 "缺少符合性判断",
    CoOpinionPending "co_opinion_pending" 409 "协办意见尚未提交",
    CallbackRequired "callback_required" 409 "尚未完成回访",
    CallbackSaysUnsolved "callback_says_unsolved" 409 "回访表示未解决",
    ReworkLimit "rework_limit" 409 "退回重办已达上限",
    RulingRequired "ruling_required" 409 "须由牵头部门裁定",
    RulingBinds "ruling_binds" 409 "应派回已裁定的单位",
    NothingPending "nothing_pending" 409 "没有待处理的申请",
    AlreadyPending "already_pending" 409 "已有待处理的申请",
    NotReturnable "not_returnable" 409 "不能退回",
    DeadlinePassed "deadline_passed" 409 "期限已过",
    SectorFixed "sector_fixed" 409 "领域已定",
    CoordinationRequired "coordination_required" 409 "尚未提级协调",
    OnAnotherSheet "on_another_sheet" 409 "已在其他工作单上",
    NotOnSheet "not_on_sheet" 409 "不在此工作单上",
    SheetEmpty "sheet_empty" 409 "工作单上没有事项",
    SheetFull "sheet_full" 409 "工作单已满",
    SheetNotConfirmed "sheet_not_confirmed" 409 "责任单位尚未确认",
    UnitDeclined "unit_declined" 409 "该单位已不予确认",
    WrongSector "wrong_sector" 409 "领域不一致",
    OnAnotherAgenda "on_another_agenda" 409 "已在其他会议议程上",
    NotOnAgenda "not_on_agenda" 409 "不在此会议议程上",
    AgendaEmpty "agenda_empty" 409 "会议没有议题",
    ResolutionMissing "resolution_missing" 409 "尚有事项没有议定",
    ResolutionVoid "resolution_void" 409 "有议定无法执行",
    StillNeeded "still_needed" 409 "仍有未了事项",
    AlreadyExists "already_exists" 409 "已经存在",
    NothingChanges "nothing_changes" 409 "没有变化",
    TooManyAttachments "too_many_attachments" 409 "附件已达上限",
    TooManyViews "too_many_views" 409 "保存的视图已达上限",
    PurgedContent "purged_content" 409 "内容曾作为涉密内容清除",
    // 410 and above: what was there, what is too much, what can't be read
    Purged "purged" 410 "内容已清除",
    VersionConflict "version_conflict" 412 "内容已被他人更改",
    TooLarge "too_large" 413 "请求内容过大",
    UnsupportedMediaType "unsupported_media_type" 415 "不支持的内容类型",
    InvalidValue "invalid_value" 422 "输入有误",
    ProofRequired "proof_required" 422 "缺少反映人的凭据",
    UnknownField "unknown_field" 422 "含有未知字段",
    IdempotencyMismatch "idempotency_mismatch" 422 "幂等键已用于另一请求",
    IfMatchRequired "if_match_required" 428 "缺少版本号",
    TooManyRequests "too_many_requests" 429 "请求过于频繁",
    Internal "internal" 500 "系统内部错误",
    FileDamaged "file_damaged" 500 "附件缺失或损坏",
    Busy "busy" 503 "系统繁忙，请稍后再试",
}

/// One field that is wrong, by its path in the body or its query parameter's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// The path, such as `reporter.phone`.
    pub path: String,
    /// What is wrong, in Chinese.
    pub message: String,
}

/// Why something was not done.
#[derive(Debug)]
pub struct Error {
    /// The stable code.
    pub code: Code,
    /// What a person is told, in Chinese.
    pub detail: String,
    /// The fields at fault, if any.
    pub fields: Vec<FieldError>,
    /// The state that stood in the way, and where the command would be allowed.
    pub state: Option<StateConflict>,
    /// The cases that moved meanwhile (412).
    pub stale: Vec<String>,
    /// Seconds after which a new try makes sense.
    pub retry_after: Option<u32>,
    /// For the log only.
    pub context: Option<String>,
}

/// The state that stood in the way of a command.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StateConflict {
    /// The state it is in.
    pub state: String,
    /// The states in which the command may be given.
    pub allowed_in: Vec<String>,
}

impl Error {
    /// An error that tells a person `detail`.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            fields: Vec::new(),
            state: None,
            stale: Vec::new(),
            retry_after: None,
            context: None,
        }
    }

    /// A wrong value in the field at `path`.
    pub fn field(path: impl Into<String>, message: impl Into<String>) -> Self {
        let (path, message) = (path.into(), message.into());
        let mut error = Self::new(Code::InvalidValue, format!("{path}：{message}"));
        error.fields.push(FieldError { path, message });
        error
    }

    /// The same, where the fields at fault stand below `parent`.
    pub fn below(mut self, parent: &str) -> Self {
        for field in &mut self.fields {
            field.path = format!("{parent}.{}", field.path);
            self.detail = format!("{}：{}", field.path, field.message);
        }
        self
    }

    /// Something that doesn't exist, or that the asker may not know to exist.
    pub fn not_found(what: &str) -> Self {
        Self::new(Code::NotFound, format!("没有找到该{what}，或您无权查看"))
    }

    /// An unexpected failure; `context` goes to the log, the person learns only that it happened.
    pub fn internal(context: impl std::fmt::Display) -> Self {
        Self {
            context: Some(context.to_string()), ..Self::new(Code::Internal, "系统出现意外错误，已记录，请稍后再试")
        }
    }

    /// The database or the writer can't take more at the moment.
    pub fn busy(context: impl std::fmt::Display) -> Self {
        Self {
            context: Some(context.to_string()),
            retry_after: Some(1),
            ..Self::new(Code::Busy, "系统繁忙，请稍后再试")
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code.as_str(), self.detail)?;
        match &self.context {
            Some(context) => write!(f, " ({context})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::not_found("内容"),
            diesel::result::Error::DatabaseError(DatabaseErrorKind::UniqueViolation, told) => {
                let context = Some(told.message().to_owned());
                Self { context, ..Self::new(Code::AlreadyExists, "相同的内容已经存在") }
            }
            other => Self::internal(other),
        }
    }
}

impl From<r2d2::Error> for Error {
    fn from(error: r2d2::Error) -> Self {
        Self::busy(error)
    }
}

/// What most functions outside the domain return.
pub type Result<T, E = Error> = std::result::Result<T, E>;
