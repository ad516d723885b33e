using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BorderWatch.Web.Tests.Languages;

/// <summary>The sentences that a project's source can answer with, as templates: what is put in stands as {0}, {1} …</summary>
public static class SourceSentences
{
    /// <summary>Whole sentences: they begin with a capital or a value and end as a sentence does.</summary>
    public static bool IsSentence(string text) => text.Contains(' ') && text[^1] is '.' or '?' or '!' && (char.IsUpper(text[0]) || text[0] is '{' or '“' or '"');

    /// <summary>Every piece of text in a source file. What is thrown or logged is for operators and no part of it.</summary>
    public static IEnumerable<string> In(string source) => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes()
        .OfType<ExpressionSyntax>()
        .Where(node => IsString(node) && !(node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && IsString(sum)) && !IsForOperators(node))
        .Select(Template);

    private static bool IsString(ExpressionSyntax node) => node switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
        InterpolatedStringExpressionSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsString(sum.Left) || IsString(sum.Right),
        _ => false,
    };

    private static bool IsForOperators(ExpressionSyntax node) => node.Ancestors().Any(above => above switch
    {
        ThrowStatementSyntax or ThrowExpressionSyntax or AttributeSyntax => true,
        InvocationExpressionSyntax call => Name(call.Expression) is var name && (name.StartsWith("Log", StringComparison.Ordinal) || name.Contains("Sql", StringComparison.Ordinal) || name is "Validate"),
        ObjectCreationExpressionSyntax made => made.Type.ToString().EndsWith("Exception", StringComparison.Ordinal),
        _ => false,
    });

    private static string Name(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private static string Template(ExpressionSyntax node)
    {
        var (text, values) = (new StringBuilder(), 0);
        Append(node);
        return text.ToString();

        void Append(ExpressionSyntax piece)
        {
            if (piece is LiteralExpressionSyntax literal && IsString(literal)) text.Append(literal.Token.ValueText);
            else if (piece is BinaryExpressionSyntax sum && IsString(sum))
            {
                Append(sum.Left);
                Append(sum.Right);
            }
            else if (piece is InterpolatedStringExpressionSyntax interpolated)
            {
                foreach (var content in interpolated.Contents)
                    if (content is InterpolatedStringTextSyntax plain) text.Append(plain.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal));
                    else text.Append('{').Append(values++).Append('}');
            }
            else text.Append('{').Append(values++).Append('}');
        }
    }
}
