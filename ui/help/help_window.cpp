#include "ui/help/help_window.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/help/help_browser.h"
#include "ui/help/help_topics.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

constexpr QSize kSize = {940, 680};
constexpr int kContentsWidth = 210;
constexpr int kRoomAroundSearch = 90;  // of its text: two pictures and the frame

}  // namespace

HelpWindow::HelpWindow(QWidget* owner) : QDialog(owner) {
    setObjectName(QStringLiteral("help_window"));
    resize(kSize);
    text_ = new HelpBrowser(this);
    text_->setAccessibleName(tr("Text of the help"));
    buildContents();
    buildSearch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kUnit, spacing::kUnit, spacing::kUnit, spacing::kUnit);
    layout->setSpacing(spacing::kUnit);
    layout->addWidget(buildBar());
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    row->addWidget(contents_);
    row->addWidget(text_, 1);
    layout->addLayout(row, 1);
    connect(text_, &QTextBrowser::sourceChanged, this, &HelpWindow::onShown);
    // Wherever the focus is: lists take the key for themselves.
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &QDialog::reject);
}

void HelpWindow::buildContents() {
    contents_ = new QListWidget(this);
    contents_->setAccessibleName(tr("Contents of the help"));
    contents_->setFixedWidth(kContentsWidth);
    contents_->setSpacing(spacing::kHalf);
    for (const HelpTopic& topic : helpTopics())
        contents_->addItem(helpTitle(topic));
    connect(contents_, &QListWidget::currentRowChanged, this, [this](int row) {
        text_->setSource(helpUrl(QLatin1String(helpTopics()[static_cast<std::size_t>(row)].name)));
    });
}

QWidget* HelpWindow::buildBar() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kHalf);
    layout->addWidget(addWay("chevron-left", tr("Back"), QKeySequence::Back, &QTextBrowser::backward,
                             &QTextBrowser::backwardAvailable));
    layout->addWidget(addWay("chevron-right", tr("Forward"), QKeySequence::Forward, &QTextBrowser::forward,
                             &QTextBrowser::forwardAvailable));
    layout->addStretch(1);
    layout->addWidget(search_);
    return bar;
}

QToolButton* HelpWindow::addWay(const char* iconName, const QString& text, const QKeySequence& keys,
                                void (QTextBrowser::*go)(), void (QTextBrowser::*possible)(bool)) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("help_") + QLatin1String(iconName));
    button->setIcon(icon(QLatin1String(iconName)));
    button->setAccessibleName(text);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    button->setShortcut(keys);
    button->setEnabled(false);
    connect(button, &QToolButton::clicked, text_, go);
    connect(text_, possible, button, &QWidget::setEnabled);
    return button;
}

// -- Search ---------------------------------------------------------------------------------------------

void HelpWindow::buildSearch() {
    search_ = new QLineEdit(this);
    search_->setPlaceholderText(tr("Search on this page"));
    search_->setAccessibleName(tr("Search on this page"));
    search_->setToolTip(tr("Ctrl+F; Return or F3: the next place, Shift+F3: the one before"));
    search_->setClearButtonEnabled(true);
    search_->setFixedWidth(search_->fontMetrics().horizontalAdvance(search_->placeholderText()) +
                           kRoomAroundSearch);
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(search_, &QLineEdit::textEdited, this, [this] {
        // From where it stands, so that a longer word stays at its place.
        QTextCursor place = text_->textCursor();
        place.setPosition(place.selectionStart());
        text_->setTextCursor(place);
        lookFor();
    });
    connect(search_, &QLineEdit::returnPressed, this, [this] { lookFor(); });
    connect(new QShortcut(QKeySequence(Qt::Key_F3), this), &QShortcut::activated, this,
            [this] { lookFor(); });
    connect(new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3), this), &QShortcut::activated, this,
            [this] { lookFor(QTextDocument::FindBackward); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, search_, [this] {
        search_->setFocus(Qt::ShortcutFocusReason);
        search_->selectAll();
    });
}

void HelpWindow::lookFor(QTextDocument::FindFlags direction) {
    const bool isFound = text_->lookFor(search_->text(), direction);
    setInvalid(search_, !isFound);
    search_->setAccessibleDescription(isFound ? QString() : tr("Nowhere on this page"));
}

// -- What is shown --------------------------------------------------------------------------------------

void HelpWindow::showTopic(const QString& topic) {
    text_->setSource(helpUrl(topic));
    show();
    raise();
    activateWindow();
    text_->setFocus(Qt::OtherFocusReason);
}

QString HelpWindow::topic() const {
    return text_->source().fileName().section(QLatin1Char('.'), 0, 0);
}

void HelpWindow::onShown(const QUrl& source) {
    const auto& topics = helpTopics();
    const auto isShown = [&](const HelpTopic& one) { return helpUrl(QLatin1String(one.name)) == source; };
    const auto shown = std::find_if(topics.begin(), topics.end(), isShown);
    setInvalid(search_, false);
    if (shown == topics.end())
        return;
    // The list only follows here; it would ask for the text once more.
    const QSignalBlocker blocker(contents_);
    contents_->setCurrentRow(static_cast<int>(shown - topics.begin()));
    setWindowTitle(tr("Help: %1").arg(helpTitle(*shown)));
}

void showHelp(QWidget& owner, const QString& topic) {
    auto* help = owner.findChild<HelpWindow*>(QString(), Qt::FindDirectChildrenOnly);
    if (help == nullptr)
        help = new HelpWindow(&owner);
    help->showTopic(topic);
}

}  // namespace tunebench::ui
