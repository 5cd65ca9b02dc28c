//! What the server says of each command beforehand: whether the asker may give it now and, if not, why not.

/// Defines what is said of one command of this list. It is a macro, not a generic type, so that the document
/// has a name for each, and for its list of commands.
macro_rules! allowed {
    ($name:ident of $action:ty) => {
        /// One command, and whether the asker may give it now.
        #[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
        pub struct $name {
            /// The command.
            pub action: $action,
            /// Its Chinese label.
            pub label: &'static str,
            /// Whether it may be given now.
            pub allowed: bool,
            /// Why not: the stable code.
            pub code: Option<&'static str>,
            /// Why not, in Chinese.
            pub reason: Option<String>,
        }

        impl $name {
            /// The command, as far as nothing refuses it now.
            fn unless(refusal: Option<$crate::error::Error>, action: $action) -> Self {
                Self {
                    action,
                    label: action.label(),
                    allowed: refusal.is_none(),
                    code: refusal.as_ref().map(|e| e.code.as_str()),
                    reason: refusal.map(|e| e.detail),
                }
            }
        }
    };
}
pub(in crate::domain) use allowed;
