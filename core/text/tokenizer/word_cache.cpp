#include "core/text/tokenizer/word_cache.h"

namespace tunebench {

bool WordCache::find(std::string_view word, std::vector<ModelToken>& tokens) const {
    if (word.size() > kLongestWord)
        return false;
    const Shard& shard = shards_[shard_of(word)];
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.words.find(word);
    if (found == shard.words.end())
        return false;
    tokens.insert(tokens.end(), found->second.begin(), found->second.end());
    return true;
}

void WordCache::add(std::string_view word, const ModelToken* tokens, std::size_t count) {
    if (word.size() > kLongestWord)
        return;
    Shard& shard = shards_[shard_of(word)];
    const std::lock_guard lock(shard.mutex);
    if (shard.words.size() < kWordsPerShard)
        shard.words.try_emplace(std::string(word), tokens, tokens + count);
}

}  // namespace tunebench
