//! Files of the directory that wait for their import.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::access::staff::StaffId;
use crate::domain::rounds::uploads::{Upload, UploadId};
use crate::schema::directory_uploads;

/// Keeps a file.
pub fn insert(conn: &mut Conn, upload: &Upload) -> QueryResult<usize> {
    diesel::insert_into(directory_uploads::table).values(upload).execute(conn)
}

/// A file of an account that was brought after an instant.
pub fn find(conn: &mut Conn, id: &UploadId, staff: &StaffId, after: NaiveDateTime) -> QueryResult<Option<Upload>> {
    directory_uploads::table
        .filter(directory_uploads::id.eq(id).and(directory_uploads::staff_id.eq(staff)))
        .filter(directory_uploads::uploaded_at.gt(after))
        .select(Upload::as_select())
        .get_result(conn)
        .optional()
}

/// Deletes what an account has brought.
pub fn delete_of(conn: &mut Conn, staff: &StaffId) -> QueryResult<usize> {
    diesel::delete(directory_uploads::table.filter(directory_uploads::staff_id.eq(staff))).execute(conn)
}

/// Deletes what was brought at an instant or before.
pub fn delete_before(conn: &mut Conn, until: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(directory_uploads::table.filter(directory_uploads::uploaded_at.le(until))).execute(conn)
}
