//! Why a sign-in by OpenID Connect came to nothing, by what somebody does about it.

/// Why somebody was not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInFault {
    /// It was not begun in this browser, took too long, or was used already: begin again.
    NotBegun,
    /// Given up, or refused by the provider.
    Denied,
    /// The provider could not be reached, or was too slow: try later.
    Away,
    /// The provider answered what can't be used: an operator must see to it.
    Unusable,
    /// The provider's clock and ours are apart.
    ClocksApart,
    /// The provider gives no role here.
    NoRole,
    /// The provider gives no municipality, or none that is known, where the role needs one.
    NoMunicipality,
    /// There is no account, and none is made by signing in.
    NoAccount,
    /// The provider gives no address that an account could have.
    NoAddress,
    /// The provider does not say that the address is checked.
    AddressNotVerified,
    /// The account of this address belongs to somebody else at the provider.
    AddressTaken,
    /// The account is disabled here.
    Disabled,
}

impl SignInFault {
    /// The word for the log, which holds nothing of who it was.
    pub fn word(self) -> &'static str {
        match self {
            SignInFault::NotBegun => "not begun here",
            SignInFault::Denied => "denied by the provider",
            SignInFault::Away => "provider away",
            SignInFault::Unusable => "answer of the provider can't be used",
            SignInFault::ClocksApart => "clocks apart",
            SignInFault::NoRole => "no role that is mapped",
            SignInFault::NoMunicipality => "no municipality that is known",
            SignInFault::NoAccount => "no account",
            SignInFault::NoAddress => "no usable address",
            SignInFault::AddressNotVerified => "address not verified",
            SignInFault::AddressTaken => "address belongs to another identity",
            SignInFault::Disabled => "account disabled",
        }
    }

    /// Whether a rule of ours says no, where the provider did all that it should.
    pub fn is_refusal(self) -> bool {
        matches!(
            self,
            SignInFault::NoRole
                | SignInFault::NoMunicipality
                | SignInFault::NoAccount
                | SignInFault::NoAddress
                | SignInFault::AddressNotVerified
                | SignInFault::AddressTaken
                | SignInFault::Disabled
        )
    }
}
