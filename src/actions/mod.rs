//! Every write of the program: functions of one transaction each, called by pages, API, command line and jobs alike.

pub mod answers;
pub mod letters;
pub mod respondents;
pub mod sections;
