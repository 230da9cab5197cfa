#include "ui/pages/history/run_notes.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kSaveMs = 500;

}  // namespace

RunNotes::RunNotes(History* history, QWidget* parent) : QWidget(parent), history_(history) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, spacing::kUnit, 12, 12);
    layout->setSpacing(spacing::kHalf);
    const auto add = [&](const QString& title, QWidget* editor, int stretch) {
        QLabel* label = makeLabel(title, TextRole::Caption, this);
        label->setBuddy(editor);
        editor->setAccessibleName(title);
        layout->addWidget(label);
        layout->addWidget(editor, stretch);
    };
    name_ = new QLineEdit(this);
    tags_ = new QLineEdit(this);
    tags_->setObjectName(QStringLiteral("tags"));
    tags_->setPlaceholderText(tr("baseline, rank sweep"));
    notes_ = new QPlainTextEdit(this);
    notes_->setObjectName(QStringLiteral("notes"));
    notes_->setTabChangesFocus(true);
    notes_->setPlaceholderText(tr("What you wanted to find out, and what came out"));
    notes_->setMinimumHeight(48);
    archived_ = new QCheckBox(tr("Archived: hidden from the list"), this);
    add(tr("Name"), name_, 0);
    add(tr("Tags"), tags_, 0);
    add(tr("Notes"), notes_, 1);
    layout->addWidget(archived_);
    timer_.setSingleShot(true);
    timer_.setInterval(kSaveMs);
    connect(&timer_, &QTimer::timeout, this, &RunNotes::save);
    const auto later = [this] { timer_.start(); };
    connect(name_, &QLineEdit::textEdited, this, later);
    connect(tags_, &QLineEdit::textEdited, this, later);
    connect(notes_, &QPlainTextEdit::textChanged, this, later);
    connect(archived_, &QCheckBox::clicked, this, &RunNotes::save);
    showRun(nullptr);
}

RunNotes::~RunNotes() {
    if (timer_.isActive())
        save();
}

void RunNotes::showRun(const RunSummary* run) {
    if (run != nullptr && run->id == run_.id)
        return takeChanges(*run);
    if (timer_.isActive())
        save();
    run_ = run != nullptr ? *run : RunSummary();
    told_ = run_;
    const QSignalBlocker blocker(notes_);
    name_->setText(toQt(run_.name));
    tags_->setText(toQt(run_.tags));
    notes_->setPlainText(toQt(run_.notes));
    archived_->setChecked(run_.archived);
    setEnabled(run != nullptr && history_ != nullptr);
}

/// What was changed elsewhere, by "Add tag" or an undo; what is being typed stays.
void RunNotes::takeChanges(const RunSummary& run) {
    if (timer_.isActive())
        return;
    const bool hasNewTags = run.tags != told_.tags;
    const bool isNewlyArchived = run.archived != told_.archived;
    told_ = run;
    if (hasNewTags && run.tags != run_.tags && !tags_->hasFocus()) {
        run_.tags = run.tags;
        tags_->setText(toQt(run.tags));
    }
    if (isNewlyArchived) {
        run_.archived = run.archived;
        archived_->setChecked(run.archived);
    }
}

void RunNotes::save() {
    timer_.stop();
    if (history_ == nullptr || run_.id.empty())
        return;
    const RunSummary before = run_;
    run_.name = name_->text().trimmed().toStdString();
    run_.tags = tags_->text().trimmed().toStdString();
    run_.notes = notes_->toPlainText().toStdString();
    run_.archived = archived_->isChecked();
    if (run_.name != before.name)
        history_->set_name(run_.id, run_.name);
    if (run_.tags != before.tags)
        history_->set_tags(run_.id, run_.tags);
    if (run_.notes != before.notes)
        history_->set_notes(run_.id, run_.notes);
    if (run_.archived != before.archived)
        history_->set_archived(run_.id, run_.archived);
}

}  // namespace tunebench::ui
