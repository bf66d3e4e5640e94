package io.csm.adapter.notion;

import java.util.Optional;

/**
 * Which Notion databases belong to CSM; a part whose database is not named stays switched off. The environment
 * variables keep the names that other tools use. The token itself is read where it is used and never kept here.
 *
 * @param hasToken whether {@code NOTION_TOKEN} is set
 * @param accountsDatabaseId {@code NOTION_DATABASE_ID}: accounts, whose properties are signals too
 * @param healthDatabaseId {@code NOTION_CSM_HEALTH_DATABASE_ID}: health records
 * @param qbrDatabaseId {@code NOTION_CSM_QBR_DATABASE_ID}: quarterly business reviews
 * @param expansionDatabaseId {@code NOTION_CSM_EXPANSION_DATABASE_ID}: expansion opportunities
 */
public record NotionSettings(
        boolean hasToken,
        Optional<String> accountsDatabaseId,
        Optional<String> healthDatabaseId,
        Optional<String> qbrDatabaseId,
        Optional<String> expansionDatabaseId) {

    /** Nothing is connected. */
    public static NotionSettings none() {
        return new NotionSettings(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether there is a token and at least one database. */
    public boolean isConfigured() {
        return hasToken
                && (accountsDatabaseId.isPresent()
                        || healthDatabaseId.isPresent()
                        || qbrDatabaseId.isPresent()
                        || expansionDatabaseId.isPresent());
    }
}
