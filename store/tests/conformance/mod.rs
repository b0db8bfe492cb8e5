//! What every store has to keep, whatever it is made of. Another store's crate
//! includes this folder by its path and calls [`suite`] with a function that opens
//! an empty store.

pub(crate) mod channels;
pub(crate) mod device_alerts;
pub(crate) mod devices;
pub(crate) mod handover;
pub(crate) mod kitchen;
pub(crate) mod log;
pub(crate) mod menu;
pub(crate) mod messages;
pub(crate) mod notices;
pub(crate) mod order_edit;
pub(crate) mod order_history;
pub(crate) mod order_list;
pub(crate) mod orders;
pub(crate) mod people;
pub(crate) mod personal_data;
pub(crate) mod settings;
pub(crate) mod sums;
pub(crate) mod users;

use delivery::{Clock, Doorbell, Event, Log, Timestamp};
use domain::{
    ShopClock,
    audit::Author,
    language::Localized,
    menu::{Item, ItemFields, NewCategory, NewMenu},
    money::Money,
    orders::{CustomerDraft, LineDraft, NewOrder, OrderDraft},
    ports::{Store, UserKey},
    users::{ChangeUserError, Role, User, UserChange},
};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicI64, Ordering},
};

/// An open store, and what it was opened with.
pub(crate) struct Kept {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) log: Arc<dyn Log>,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) bell: Arc<Bell>,
}

/// A clock in UTC that the test sets. It goes on each time that it is read, so that
/// whoever reads it twice for one moment is found out.
pub(crate) struct TestClock(AtomicI64);

impl Default for TestClock {
    /// Some noon.
    fn default() -> Self {
        Self(AtomicI64::new(1_795_262_400_000))
    }
}

impl TestClock {
    pub(crate) fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1000, Ordering::Relaxed);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.fetch_add(1, Ordering::Relaxed))
    }

    fn offset(&self, _: Timestamp) -> i32 {
        0
    }
}

impl ShopClock for TestClock {
    fn time(&self, at: Timestamp) -> String {
        at.rfc3339()[11..16].to_owned()
    }

    fn day(&self, at: Timestamp) -> String {
        at.rfc3339()[..10].to_owned()
    }

    fn knows_zone(&self, name: &str) -> bool {
        name == "UTC"
    }

    fn set_zone(&self, _: &str) {}
}

/// Keeps what rang.
#[derive(Default)]
pub(crate) struct Bell(Mutex<Vec<Event>>);

impl Doorbell for Bell {
    fn ring(&self, event: Event) {
        self.0.lock().unwrap().push(event);
    }
}

impl Bell {
    pub(crate) fn rang(&self) -> Vec<Event> {
        self.0.lock().unwrap().clone()
    }
}

impl Kept {
    /// A menu of one item, of which there are so many.
    pub(crate) async fn with_menu(&self, stock: Option<u32>) {
        let text = |text: &str| Localized {
            zh: text.to_owned(),
            en: text.to_owned(),
        };
        let category = NewCategory {
            name: text("Noodles"),
            items: vec![ItemFields {
                name: text("Beef"),
                description: text(""),
                price: Money::from_minor(3200),
                stock,
                marks: Vec::new(),
                options: Vec::new(),
            }],
        };
        let menu = NewMenu {
            option_groups: Vec::new(),
            categories: vec![category],
        };
        assert!(self.store.fill_menu(menu).await.unwrap());
    }

    /// The first item of the menu.
    pub(crate) async fn first_item(&self) -> Item {
        let menu = self.store.menu().await.unwrap();
        menu[0].items[0].clone()
    }

    /// Changes a user as the operator does.
    pub(crate) async fn change(
        &self,
        name: &str,
        change: UserChange,
    ) -> Result<User, ChangeUserError> {
        let key = UserKey::Name(name.to_owned());
        self.store.change_user(key, change, Author::Operator).await
    }

    pub(crate) async fn user(&self, name: &str) -> User {
        self.store.add(name, Role::Staff, "hash").await.unwrap()
    }
}

/// An order for so many of the first item.
pub(crate) fn new_order(request: usize, quantity: i64) -> NewOrder {
    let draft = OrderDraft {
        request_id: format!("request-{request:04}"),
        customer: CustomerDraft {
            name: "Li".to_owned(),
            phone: "13800138000".to_owned(),
        },
        note: String::new(),
        lines: vec![LineDraft {
            item: domain::menu::ItemId(1),
            place: 0,
            quantity,
            price: None,
            options: Vec::new(),
        }],
        ..OrderDraft::default()
    };
    NewOrder::parse(&draft).unwrap()
}

/// Every test, each on a store of its own that `$open` opens.
macro_rules! suite {
    ($open:path) => {
        $crate::conformance::suite!(
            $open,
            orders: [an_order_and_its_event_are_kept_together, the_same_request_is_one_order,
                the_last_portion_is_sold_once, what_is_called_off_can_be_had_again, only_the_end_of_a_stock_is_told, of_two_who_change_an_order_one_wins,
                the_snapshot_is_of_one_moment],
            order_history: [each_change_of_an_order_is_written_down,
                nothing_is_written_down_of_what_was_refused,
                earlier_orders_are_those_of_the_same_phone],
            order_edit: [an_edited_order_is_kept_told_and_written_down_together,
                an_edit_takes_the_last_of_a_stock_and_gives_it_back,
                nothing_is_left_of_an_edit_that_was_refused],
            handover: [how_and_when_an_order_is_handed_over_is_kept_and_told,
                an_edit_leaves_how_and_when,
                the_board_calls_out_what_is_picked_up, an_address_goes_with_the_name],
            order_list: [orders_are_found_by_each_part_of_a_filter,
                pages_keep_their_places_as_orders_come, a_forgotten_customer_is_not_found,
                a_view_is_one_users_own],
            kitchen: [a_line_is_ticked_and_told_together_and_once,
                the_board_has_what_is_in_work_and_what_is_ready,
                a_board_hears_of_each_order_from_the_log,
                the_link_of_the_board_is_one_and_its_changes_are_noted],
            log: [events_are_read_in_order_and_none_is_left_out, a_pruned_log_says_so,
                a_topic_is_read_by_itself],
            messages: [a_message_waits_for_its_reader_until_it_expires,
                the_same_request_is_one_message, receipts_say_who_got_and_saw_it,
                a_message_about_an_order_is_for_its_sender_and_its_readers],
            notices: [a_notice_is_read_by_one_user_on_all_devices,
                an_answered_order_and_an_expired_message_are_no_news,
                a_message_to_several_is_one_that_was_sent, templates_are_kept_by_version],
            users: [a_name_is_taken_once_whatever_its_case, another_password_ends_all_sessions,
                a_session_ends_by_its_age, a_revoked_key_opens_nothing,
                a_language_is_that_of_all_sessions],
            people: [a_link_is_used_once, a_taken_name_leaves_the_link, the_last_owner_stays,
                another_role_is_told_to_its_user_alone, sessions_are_listed_and_one_is_kept,
                what_was_done_is_found_again],
            menu: [a_change_of_the_menu_is_kept_told_and_noted_together,
                an_old_version_changes_nothing, a_deleted_item_comes_back_where_it_was,
                a_removed_photo_can_be_brought_back_for_a_while,
                a_table_is_imported_whole_or_not_at_all, an_item_is_read_by_itself,
                what_is_put_elsewhere_stays_one_of_what_is_there],
            devices: [the_key_for_devices_is_kept_once, a_device_is_that_of_whoever_added_it_last,
                a_user_has_so_many_devices, devices_go_when_their_user_is_signed_out_everywhere],
            device_alerts: [
                a_device_is_told_once_and_takes_back_what_it_has_shown,
                a_question_is_told_on_what_was_taken_back_until_the_order_goes_on,
            ],
            personal_data: [personal_data_goes_when_its_time_is_over,
                many_orders_are_forgotten_a_batch_at_a_time],
            channels: [channels_are_kept_by_version, an_order_is_watched_by_whoever_reads_on,
                a_stage_is_queued_once_and_its_alerts_are_taken_once,
                an_alert_is_tried_again_dropped_or_given_up],
            settings: [settings_are_kept_by_version, a_currency_is_fixed_with_the_first_order],
            sums: [a_day_is_closed_once_and_as_it_was_seen, days_are_listed_newest_first,
                what_is_counted_is_of_one_day],
        );
    };
    ($open:path, $($noun:ident: [$($test:ident),+ $(,)?]),+ $(,)?) => {
        $($(
            #[tokio::test]
            async fn $test() {
                let kept = $open().await;
                $crate::conformance::$noun::$test(kept.as_ref()).await;
            }
        )+)+
    };
}

pub(crate) use suite;
