#include "ui/pages/playground/answer_columns.h"

#include <algorithm>

#include "ui/pages/playground/answer_view.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {

AnswerColumns::AnswerColumns(QWidget* parent) : QSplitter(Qt::Horizontal, parent) {
    setChildrenCollapsible(false);
    setHandleWidth(spacing::kUnit);
    addColumn();
}

AnswerColumn* AnswerColumns::columnOf(std::int64_t request) const {
    const auto it = std::find_if(columns_.begin(), columns_.end(), [request](const AnswerColumn* column) {
        return column->request() == request;
    });
    return it == columns_.end() ? nullptr : *it;
}

bool AnswerColumns::isAnswering() const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [](const AnswerColumn* column) { return column->request() != 0; });
}

void AnswerColumns::offer(std::vector<Speaker> speakers) {
    speakers_ = std::move(speakers);
    for (AnswerColumn* column : columns_)
        column->offer(speakers_);
}

const Speaker& AnswerColumns::firstUnused() const {
    const auto it = std::find_if(speakers_.begin(), speakers_.end(), [this](const Speaker& speaker) {
        return std::none_of(columns_.begin(), columns_.end(),
                            [&](const AnswerColumn* column) { return column->speaker() == speaker; });
    });
    return it == speakers_.end() ? speakers_.front() : *it;
}

AnswerColumn* AnswerColumns::addColumn() {
    if (isFull())
        return nullptr;
    const Speaker speaker = firstUnused();
    auto* column = new AnswerColumn(this);
    column->offer(speakers_);
    column->choose(speaker);
    columns_.push_back(column);
    addWidget(column);
    connect(column, &AnswerColumn::currentChanged, this, [this, column] { onCurrentChanged(column); });
    connect(column, &AnswerColumn::folderRequested, this, [this, column] { Q_EMIT folderRequested(column); });
    connect(column, &AnswerColumn::closeRequested, this, [this, column] { remove(column); });
    setSizes(QList<int>(static_cast<qsizetype>(columns_.size()), 1000));
    updateClosable();
    Q_EMIT countChanged();
    return column;
}

void AnswerColumns::show(const Speaker& speaker) {
    AnswerColumn* column = isFull() ? columns_.back() : addColumn();
    if (column->request() != 0 && !(column->speaker() == speaker))
        Q_EMIT abandoned(column->request());  // the column forgets it
    column->choose(speaker);
    Q_EMIT countChanged();
}

void AnswerColumns::remove(AnswerColumn* column) {
    std::erase(columns_, column);
    if (column->request() != 0)
        Q_EMIT abandoned(column->request());
    column->hide();
    column->deleteLater();
    updateClosable();
    Q_EMIT countChanged();
}

void AnswerColumns::updateClosable() {
    for (AnswerColumn* column : columns_)
        column->setClosable(columns_.size() > 1);
}

void AnswerColumns::onCurrentChanged(AnswerColumn* column) {
    const auto current = column->view()->current();
    Q_EMIT tokenPointed(current ? std::optional(column->view()->token(*current)) : std::nullopt);
}

}  // namespace tunebench::ui
