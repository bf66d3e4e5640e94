package io.csm.app.imports;

import io.csm.application.user.port.UserRepository;
import io.csm.domain.user.User;
import java.util.List;
import java.util.Optional;

final class UserIntake implements Intake<User> {

    private final Recipient to;

    UserIntake(Recipient to) {
        this.to = to;
    }

    @Override
    public User read(FieldValues values) {
        return values.made(
                from -> new User(from.requiredText("id"), from.text("name").orElse(""), from.text("email")));
    }

    @Override
    public Optional<String> id(User read) {
        return Optional.of(read.id());
    }

    @Override
    public Stored store(List<User> batch) {
        UserRepository users = to.success().ports().users();
        return to.success().ports().unitOfWork().commit(to.actor().tenant(), () -> {
            List<User> changed = batch.stream()
                    .filter(user -> !users.find(to.actor().tenant(), user.id()).equals(Optional.of(user)))
                    .toList();
            users.saveAll(to.actor().tenant(), changed);
            return new Stored(changed.size(), batch.size() - changed.size(), List.of());
        });
    }
}
