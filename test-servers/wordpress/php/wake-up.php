<?php
// Does what is due, as the next visit would.
$_SERVER['HTTP_HOST'] = '127.0.0.1:' . getenv('BLOG_PORT');
$_SERVER['REQUEST_METHOD'] = 'GET';
require __DIR__ . '/wp-load.php';
foreach (get_posts(['post_status' => 'future', 'numberposts' => -1, 'fields' => 'ids']) as $id) {
    check_and_publish_future_post($id);
}
