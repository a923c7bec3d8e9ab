package io.dunlin.vocabulary;

/** What a strategy wants to do, as the guard sees it before anything is answered. {@code invoice} may be null. */
public record Outcome(Customer customer, Invoice invoice, Action action, int level, Channel channel) implements Fact {
    @Override
    @Word("customer or invoice number the outcome is about")
    public String id() {
        return invoice == null ? customer.id() : invoice.id();
    }

    @Word("the customer")
    public Customer customer() {
        return customer;
    }

    @Word("the invoice; every field is missing where the outcome is about the customer as a whole")
    public Invoice invoice() {
        return invoice;
    }

    @Override
    @Word("currency of every amount on this fact, ISO 4217")
    public String currency() {
        return customer.currency();
    }

    @Override
    public Rates rates() {
        return customer.rates();
    }

    @Word("proposed action")
    public Action action() {
        return action;
    }

    @Word(value = "level of the action, 1 unless the action has several", unit = Unit.COUNT)
    public int level() {
        return level;
    }

    @Word("channel it would use")
    public Channel channel() {
        return channel;
    }

    @Word("whether the customer would notice it")
    public boolean contact() {
        return channel.reachesCustomer();
    }

    @Word("whether it asks for money")
    public boolean claimsMoney() {
        return action.claim() != Action.Claim.NOTHING;
    }

    @Word("stage of the action")
    public Action.Stage stage() {
        return action.stage();
    }
}
