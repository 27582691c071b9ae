<?php
// Installs the blog with an administrator and an author, and prints their application passwords.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1:' . getenv('BLOG_PORT');
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('Bakery', 'admin', 'admin@example.com', true, '', 'admin');
update_option('permalink_structure', '/%postname%/');
flush_rewrite_rules();
$author = wp_insert_user(['user_login' => 'author', 'user_pass' => 'author', 'role' => 'author', 'user_email' => 'author@example.com']);
$passwords = [];
foreach (['admin' => 1, 'author' => $author] as $name => $id) {
    [$passwords[$name]] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'affiche']);
}
echo "\n", json_encode($passwords), "\n";
