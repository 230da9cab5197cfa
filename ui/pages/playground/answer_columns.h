// AnswerColumns: those that answer the same prompt, side by side: the base model and up to three others.
#pragma once

#include <optional>
#include <vector>

#include <QSplitter>

#include "ui/pages/playground/answer_column.h"

namespace tunebench::ui {

class AnswerColumns : public QSplitter {
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 4;

    explicit AnswerColumns(QWidget* parent = nullptr);

    const std::vector<AnswerColumn*>& columns() const { return columns_; }
    AnswerColumn* columnOf(std::int64_t request) const;  // null: none waits for it
    bool isFull() const { return columns_.size() == kMost; }
    bool isAnswering() const;

    /// Who can be chosen in each.
    void offer(std::vector<Speaker> speakers);
    /// With the first that does not answer yet; null when there is no room.
    AnswerColumn* addColumn();
    /// In a new column while there is room, else in the last.
    void show(const Speaker& speaker);
    using QSplitter::show;

Q_SIGNALS:
    void tokenPointed(const std::optional<tunebench::AnswerToken>& token);
    void folderRequested(tunebench::ui::AnswerColumn* column);
    void countChanged();
    /// Its column is gone.
    void abandoned(std::int64_t request);

private:
    void remove(AnswerColumn* column);
    void onCurrentChanged(AnswerColumn* column);
    void updateClosable();
    const Speaker& firstUnused() const;

    std::vector<Speaker> speakers_ = {baseSpeaker()};
    std::vector<AnswerColumn*> columns_;
};

}  // namespace tunebench::ui
