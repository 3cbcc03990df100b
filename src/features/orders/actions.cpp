// The registry of action commands.
#include "features/orders/actions.hpp"

#include <algorithm>
#include <array>

#include "features/orders/parse.hpp"

namespace commis::orders {

std::span<const ActionCommand> action_commands() {
    static constexpr std::array commands{
        ActionCommand{domain::Action::place, parse_place_draft},
        ActionCommand{domain::Action::mark_paid, parse_mark_paid},
        ActionCommand{domain::Action::mark_pending, parse_mark_pending},
        ActionCommand{domain::Action::mark_failed, parse_mark_failed},
        ActionCommand{domain::Action::mark_review, parse_mark_review},
        ActionCommand{domain::Action::mark_refunded, parse_mark_refunded},
        ActionCommand{domain::Action::capture, parse_capture},
        ActionCommand{domain::Action::void_, parse_void},
        ActionCommand{domain::Action::check_payment, parse_check_payment},
        ActionCommand{domain::Action::send_payment_link, parse_send_payment_link},
        ActionCommand{domain::Action::refund, parse_refund},
        ActionCommand{domain::Action::retry_refund, parse_retry_refund},
        ActionCommand{domain::Action::record_chargeback, parse_record_chargeback},
        ActionCommand{domain::Action::decide_chargeback, parse_decide_chargeback},
        ActionCommand{domain::Action::cancel, parse_cancel},
        ActionCommand{domain::Action::change_state, parse_change_state},
        ActionCommand{domain::Action::ship, parse_ship},
        ActionCommand{domain::Action::return_, parse_return},
        ActionCommand{domain::Action::invoice, parse_invoice},
        ActionCommand{domain::Action::credit, parse_credit},
        ActionCommand{domain::Action::correct_invoice, parse_correct_invoice},
        ActionCommand{domain::Action::delivery_note, parse_delivery_note},
        ActionCommand{domain::Action::view_receipt, parse_view_receipt},
        ActionCommand{domain::Action::send_document, parse_send_document},
        ActionCommand{domain::Action::send_tickets, parse_send_tickets},
        ActionCommand{domain::Action::replace_attendee, parse_replace_attendee},
        ActionCommand{domain::Action::undo_admission, parse_undo_admission},
        ActionCommand{domain::Action::renew_downloads, parse_renew_downloads},
        ActionCommand{domain::Action::renew_link, parse_renew_link},
        ActionCommand{domain::Action::hand_out, parse_hand_out},
        ActionCommand{domain::Action::register_request, parse_register_request},
        ActionCommand{domain::Action::approve_request, parse_approve_request},
        ActionCommand{domain::Action::decline_request, parse_decline_request},
        ActionCommand{domain::Action::receive_return, parse_receive_return},
        ActionCommand{domain::Action::close_request, parse_close_request},
        ActionCommand{domain::Action::revise, parse_revise},
        ActionCommand{domain::Action::reopen, parse_reopen},
        ActionCommand{domain::Action::undo, parse_undo},
        ActionCommand{domain::Action::delete_, parse_delete},
        ActionCommand{domain::Action::restore, parse_restore},
        ActionCommand{domain::Action::erase_people, parse_erase_people},
        ActionCommand{domain::Action::resend_confirmation, parse_resend_confirmation},
        ActionCommand{domain::Action::send_mail, parse_send_mail},
        ActionCommand{domain::Action::remind, parse_remind},
        ActionCommand{domain::Action::block_access, parse_block_access},
        ActionCommand{domain::Action::unblock_access, parse_unblock_access},
    };
    return commands;
}

const ActionCommand* find_action_command(domain::Action action) {
    const auto commands = action_commands();
    const auto at = std::ranges::find(commands, action, &ActionCommand::action);
    return at == commands.end() ? nullptr : &*at;
}

}  // namespace commis::orders
