DROP TABLE merged_posts;
DROP TABLE post_changes;
